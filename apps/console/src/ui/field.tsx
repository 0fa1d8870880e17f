import type { ComponentProps, ReactNode } from 'react'

/** A line to fill in, under its label. */
export const Field = ({ label, ...input }: { label: string } & ComponentProps<'input'>): ReactNode => (
  <label className="field">
    {label}
    <input required {...input} />
  </label>
)

import type { ButtonHTMLAttributes, ReactNode } from 'react'

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly kind?: 'main' | 'plain' | 'danger'
  /** Says that it is at work and takes no second press. */
  readonly busy?: boolean
}

export function Button({
  kind = 'plain',
  busy = false,
  type = 'button',
  onClick,
  ...rest
}: Props): ReactNode {
  return (
    <button
      {...rest}
      type={type}
      className="button"
      data-kind={kind}
      aria-busy={busy}
      aria-disabled={busy}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    />
  )
}

import type { ReactNode } from 'react'
import { Field } from '../../ui/field.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { textField } from '../../ui/text-field.ts'

interface Props {
  readonly action: string
  readonly label?: string
  readonly title: string
  readonly yes: string
  /** As it is called now. */
  readonly name?: string
  readonly act: (name: string) => Promise<unknown>
}

export function TeamName({ name, act, ...dialog }: Props): ReactNode {
  return (
    <FormDialog {...dialog} act={(form) => act(textField(form, 'name'))}>
      <Field key={name} label="Name" name="name" defaultValue={name} autoComplete="off" maxLength={120} />
    </FormDialog>
  )
}

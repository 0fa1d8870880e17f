import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { api, type Membership } from '../../api/api.ts'
import { invitationsKey } from '../../api/invitations.ts'
import { Field } from '../../ui/field.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { textField } from '../../ui/text-field.ts'
import { RoleChoice, roleIn } from './role-choice.tsx'
import { rolesToInvite } from './roles.ts'

interface Props {
  readonly company: Membership
  readonly onSent: (invitation: string) => void
}

export function Invite({ company, onSent }: Props): ReactNode {
  const client = useQueryClient()
  const invite = async (form: HTMLFormElement): Promise<void> => {
    const email = textField(form, 'email')
    const role = roleIn(form, rolesToInvite)
    const { id } = await api.identity.invite({ id: company.id, email, ...(role && { role }) })
    await client.invalidateQueries({ queryKey: invitationsKey(company.id) })
    onSent(id)
  }
  return (
    <FormDialog
      action="Invite somebody"
      kind="main"
      title="Invite somebody"
      yes="Send the invitation"
      act={invite}
    >
      <Field label="E-mail" name="email" type="email" autoComplete="off" />
      <RoleChoice roles={rolesToInvite} chosen="member" />
      <p className="small soft">They get a mail with a link, which is good for seven days.</p>
    </FormDialog>
  )
}

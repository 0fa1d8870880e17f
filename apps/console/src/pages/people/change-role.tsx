import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { api, type Member, type Membership, type Role } from '../../api/api.ts'
import { membersKey } from '../../api/members.ts'
import { useComeAndGo } from '../../session/use-session.ts'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { RoleChoice, roleIn } from './role-choice.tsx'

interface Props {
  readonly company: Membership
  readonly member: Member
  readonly roles: readonly Role[]
  readonly isMe: boolean
}

export function ChangeRole({ company, member, roles, isMe }: Props): ReactNode {
  const client = useQueryClient()
  const { signedIn } = useComeAndGo()
  const change = async (form: HTMLFormElement): Promise<void> => {
    const role = roleIn(form, roles)
    if (role === undefined || role === member.role) return
    await api.identity.changeMemberRole({ id: company.id, user_id: member.user_id, role })
    await client.invalidateQueries({ queryKey: membersKey(company.id) })
    if (isMe) await signedIn()
  }
  return (
    <FormDialog
      action="Change role"
      label={`Change role of ${isMe ? 'yourself' : member.full_name}`}
      title={isMe ? 'Your own role' : `The role of ${member.full_name}`}
      yes="Change it"
      act={change}
    >
      <RoleChoice key={member.role} roles={roles} chosen={member.role} />
    </FormDialog>
  )
}

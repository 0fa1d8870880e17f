import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { api, type Member, type Membership } from '../../api/api.ts'
import { membersKey } from '../../api/members.ts'
import { Confirm } from '../../ui/confirm.tsx'
import { teamsKey } from './teams.tsx'

interface Props {
  readonly company: Membership
  readonly member: Member
}

export function Remove({ company, member: { user_id: user, full_name: name, email } }: Props): ReactNode {
  const client = useQueryClient()
  const remove = async (): Promise<void> => {
    await api.identity.removeMember({ id: company.id, user_id: user })
    void client.invalidateQueries({ queryKey: teamsKey(company.id) })
    await client.invalidateQueries({ queryKey: membersKey(company.id) })
  }
  return (
    <Confirm
      action="Remove"
      label={`Remove ${name}`}
      question={`Remove ${name}?`}
      yes="Remove them"
      no="Keep them"
      kind="danger"
      act={remove}
    >
      <p>
        <strong>{email}</strong> sees nothing of {company.name} any more and leaves its teams. Their account
        stays.
      </p>
    </Confirm>
  )
}

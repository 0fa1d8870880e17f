import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { api, type Invitation, type Membership } from '../../api/api.ts'
import { invitationsKey, useInvitations } from '../../api/invitations.ts'
import { at, onDay } from '../../format/dates.ts'
import { words } from '../../format/words.ts'
import { Confirm } from '../../ui/confirm.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Failed, Skeleton } from '../../ui/states.tsx'

/** Who was invited and has not come yet. */
export function Invitations({ company }: { readonly company: Membership }): ReactNode {
  const open = useInvitations(company.id)
  const columns: readonly Column<Invitation>[] = [
    { title: 'E-mail', cell: ({ email }) => email },
    { title: 'Role', cell: ({ role }) => words(role) },
    { title: 'Sent', cell: (row) => onDay(row.created_at) },
    { title: 'Runs out', cell: (row) => at(row.expires_at) },
    { title: 'Change', cell: (row) => <Withdraw company={company} invitation={row} /> },
  ]
  return (
    <section aria-labelledby="invited">
      <h2 id="invited">Invited</h2>
      {open.isPending && <Skeleton rows={1} />}
      {open.isError && <Failed error={open.error} retry={() => void open.refetch()} />}
      {open.data?.length === 0 && (
        <p className="soft">Nobody. Whoever you invite stands here until they have accepted.</p>
      )}
      {open.data !== undefined && open.data.length > 0 && (
        <DataTable
          caption="Open invitations, newest first"
          columns={columns}
          rows={open.data}
          keyOf={({ id }) => id}
        />
      )}
    </section>
  )
}

interface Props {
  readonly company: Membership
  readonly invitation: Invitation
}

function Withdraw({ company, invitation: { id, email } }: Props): ReactNode {
  const client = useQueryClient()
  const withdraw = async (): Promise<void> => {
    await api.identity.revokeInvitation({ id: company.id, invitation_id: id })
    await client.invalidateQueries({ queryKey: invitationsKey(company.id) })
  }
  return (
    <Confirm
      action="Withdraw"
      label={`Withdraw the invitation of ${email}`}
      question="Withdraw this invitation?"
      yes="Withdraw it"
      no="Keep it"
      kind="danger"
      act={withdraw}
    >
      <p>
        The link in the mail to <strong>{email}</strong> opens nothing from then on.
      </p>
    </Confirm>
  )
}

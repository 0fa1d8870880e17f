import { type ReactNode, useState } from 'react'
import type { Me, Membership } from '../../api/api.ts'
import { useInvitations } from '../../api/invitations.ts'
import { useMembers } from '../../api/members.ts'
import { useCompany } from '../../session/use-company.ts'
import { isManager } from '../../session/is-manager.ts'
import { VerifyFirst } from '../../session/verify-first.tsx'
import { Page } from '../../ui/page.tsx'
import { Failed, Skeleton } from '../../ui/states.tsx'
import { Invitations } from './invitations.tsx'
import { Invite } from './invite.tsx'
import { Leave } from './leave.tsx'
import { Members } from './members.tsx'
import { isOnlyOwner } from './roles.ts'
import { Teams } from './teams.tsx'

export function Content(): ReactNode {
  const here = useCompany()
  return here === undefined ? null : <People key={here.company.id} {...here} />
}

function People({ me, company }: { readonly me: Me; readonly company: Membership }): ReactNode {
  const members = useMembers(company.id, true)
  // The list is newer than what was told at the sign-in.
  const role = members.data?.find((member) => member.user_id === me.id)?.role ?? company.role
  const manages = isManager(role)
  const [sentId, setSentId] = useState<string>()
  const invitations = useInvitations(manages ? company.id : undefined)
  const sent = invitations.data?.find(({ id }) => id === sentId)
  return (
    <Page
      title="People"
      lead={`Who belongs to ${company.name}, and what each may do.`}
      {...(manages && me.email_verified && { actions: <Invite company={company} onSent={setSentId} /> })}
    >
      {manages && <VerifyFirst then="invite people here" />}
      <div role="status" className="announced">
        {sent !== undefined && (
          <p className="notice" data-tone="good">
            An invitation is on its way to <strong>{sent.email}</strong>.
          </p>
        )}
      </div>
      {members.isPending && <Skeleton />}
      {members.isError && <Failed error={members.error} retry={() => void members.refetch()} />}
      {members.isSuccess && (
        <>
          <Members company={company} me={me} role={role} members={members.data} />
          {manages && <Invitations company={company} />}
          <Teams company={company} manages={manages} members={members.data} />
          <Leave company={company} me={me} isOnlyOwner={isOnlyOwner(me.id, members.data)} />
        </>
      )}
    </Page>
  )
}

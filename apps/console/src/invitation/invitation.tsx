import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { api, type InvitationDetails, type Me } from '../api/api.ts'
import { keptFresh } from '../api/fresh.ts'
import { troubleOf } from '../api/trouble.ts'
import { at } from '../format/dates.ts'
import { Mark } from '../session/sign-in.tsx'
import { VerifyFirst } from '../session/verify-first.tsx'
import { Failed } from '../ui/states.tsx'
import { useTitle } from '../ui/use-title.ts'
import { Accept, Enter } from './accept.tsx'
import { ComeIn } from './come-in.tsx'
import { SomebodyElse } from './somebody-else.tsx'
import { standingOf, whyOver } from './standing.ts'

/** Where the link in an invitation leads, whether or not somebody is signed in. */
export function Invitation({ me }: { readonly me: Me | null }): ReactNode {
  useTitle('Invitation')
  const token = location.hash.slice(1)
  const invitation = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => api.identity.getInvitation({ token }),
    enabled: token !== '',
    ...keptFresh,
  })
  if (invitation.data !== undefined) return <Opened token={token} invitation={invitation.data} me={me} />
  if (invitation.isLoading)
    return (
      <p className="arriving" role="status">
        Opening the invitation…
      </p>
    )
  const { error } = invitation
  const isUnknown = error === null || troubleOf(error).code === 'identity.invitation_not_found'
  return (
    <Door title={isUnknown ? 'No invitation is here' : 'The invitation could not be opened'}>
      {isUnknown ? (
        <p>The link is not whole, or its company is closed. Open it from the mail once more.</p>
      ) : (
        <Failed error={error} retry={() => void invitation.refetch()} />
      )}
      <ToConsole />
    </Door>
  )
}

interface OpenedProps {
  readonly token: string
  readonly invitation: InvitationDetails
  readonly me: Me | null
}

function Opened({ token, invitation, me }: OpenedProps): ReactNode {
  const standing = standingOf(invitation, me)
  const { organization, role, email } = invitation
  if (standing === 'joined')
    return (
      <Door title={`You belong to ${organization.name}`}>
        <Enter company={organization.id} />
      </Door>
    )
  if (standing === 'over')
    return (
      <Door title="This invitation is over">
        <p>
          The invitation to join <strong>{organization.name}</strong> {whyOver(invitation)}
        </p>
        <ToConsole />
      </Door>
    )
  return (
    <Door title={`Join ${organization.name}`}>
      <p>
        <strong>{email}</strong> is invited as {role === 'admin' ? 'an admin' : 'a member'}.{' '}
        <span className="soft">The invitation is good until {at(invitation.expires_at)}.</span>
      </p>
      {standing === 'stranger' && <ComeIn email={email} />}
      {standing === 'somebody_else' && me !== null && <SomebodyElse email={email} me={me} />}
      {standing === 'unverified' && <VerifyFirst then="accept the invitation here" />}
      {standing === 'welcome' && <Accept token={token} />}
    </Door>
  )
}

const Door = ({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactNode => (
  <main className="door">
    <Mark />
    <h1>{title}</h1>
    {children}
  </main>
)

const ToConsole = (): ReactNode => (
  <Link className="button" href="/">
    To the console
  </Link>
)

import type { InvitationDetails, Me } from '../api/api.ts'
import { at } from '../format/dates.ts'

export type Standing = 'over' | 'joined' | 'stranger' | 'somebody_else' | 'unverified' | 'welcome'

/** What stands between whoever is here and the company they are invited to; `welcome` when nothing does. */
export function standingOf(
  { organization, state, email }: Pick<InvitationDetails, 'organization' | 'state' | 'email'>,
  me: Pick<Me, 'email' | 'email_verified' | 'organizations'> | null,
): Standing {
  if (me?.organizations.some(({ id }) => id === organization.id) === true) return 'joined'
  if (state !== 'open') return 'over'
  if (me === null) return 'stranger'
  if (me.email !== email) return 'somebody_else'
  return me.email_verified ? 'welcome' : 'unverified'
}

/** Why an invitation leads nowhere, and what to do: goes on from “The invitation to join …”. */
export function whyOver({
  state,
  expires_at: until,
}: Pick<InvitationDetails, 'state' | 'expires_at'>): string {
  if (state === 'accepted')
    return 'was accepted already. Sign in with the account that accepted it; if you have left since, ask for a new one.'
  if (state === 'replaced') return 'was replaced by a newer one. Open the link in the newest mail.'
  if (state === 'expired')
    return `ran out on ${at(until)}. Ask whoever invited you to send it again; a new one is good for seven days.`
  return 'was withdrawn. If that surprises you, ask whoever invited you.'
}

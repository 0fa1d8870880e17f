import { type Context, failure, type HandlerOf, isoTime } from '@triptych/kernel'
import type { identityContract } from '../contract/contract.ts'
import { errors } from '../contract/errors.ts'
import type { Deps } from '../deps.ts'
import { invitationState } from '../domain/invitation-state.ts'
import { findInvitation } from '../store/organizations.ts'

/** Whoever holds the token was sent it, so they may see what it is to. */
export const getInvitation =
  (deps: Deps): HandlerOf<typeof identityContract, 'getInvitation'> =>
  async (context, input) => {
    const place = await deps.db.read(context, (query) => findInvitation(query, input.token))
    if (place === undefined) throw failure(errors.invitation_not_found)
    const inside: Context = { ...context, tenant: { organizationId: place.organization_id, role: 'member' } }
    const found = await deps.db.read(inside, (query) =>
      query
        .selectFrom('invitations')
        .innerJoin('organizations', 'organizations.id', 'invitations.organization_id')
        .select(['organizations.id as organization_id', 'organizations.name'])
        .select(['invitations.email', 'invitations.role', 'invitations.expires_at'])
        .select(['invitations.ended_at', 'invitations.end_reason'])
        .where('invitations.id', '=', place.id)
        .where('organizations.closed_at', 'is', null)
        .executeTakeFirst(),
    )
    if (found === undefined) throw failure(errors.invitation_not_found)
    return {
      organization: { id: found.organization_id, name: found.name },
      email: found.email,
      role: found.role,
      state: invitationState(found, isoTime(deps.clock)),
      expires_at: found.expires_at,
    }
  }

import type { Transaction } from '@triptych/db'
import { type Context, failure, type HandlerOf, isoTime, userIdOf } from '@triptych/kernel'
import { type Audit, auditOf } from '../audit.ts'
import { markChangedSoon } from '../change-marks.ts'
import type { identityContract } from '../contract/contract.ts'
import { errors } from '../contract/errors.ts'
import { events } from '../contract/events.ts'
import type { Deps } from '../deps.ts'
import { findAccount } from '../store/accounts.ts'
import { findInvitation, lockOrganization, membershipIn } from '../store/organizations.ts'
import { revokePersonalTokens } from '../store/sessions.ts'
import type { IdentityTables } from '../store/tables.ts'

export const acceptInvitation =
  (deps: Deps): HandlerOf<typeof identityContract, 'acceptInvitation'> =>
  async (context, input) => {
    const invitation = await deps.db.read(context, (query) => findInvitation(query, input.token))
    if (invitation === undefined) throw failure(errors.invitation_not_found)
    const audit = await auditOf(deps, context, userIdOf(context.actor) ?? '')
    const inside: Context = {
      ...context,
      tenant: { organizationId: invitation.organization_id, role: 'member' },
    }
    const userId = userIdOf(context.actor) ?? ''
    const membership = await deps.db.write(inside, (transaction) =>
      join(deps, transaction, { ...invitation, userId }, audit),
    )
    await markChangedSoon(deps, userId)
    return membership
  }

interface Joining {
  readonly id: string
  readonly organization_id: string
  readonly userId: string
}

async function join(deps: Deps, transaction: Transaction<IdentityTables>, joining: Joining, audit: Audit) {
  const { query, emit } = transaction
  const { organization_id, userId } = joining
  const now = isoTime(deps.clock)
  await lockOrganization(query, organization_id)
  const account = await findAccount(query, userId)
  const invitation = await query
    .selectFrom('invitations')
    .select(['email', 'role', 'expires_at'])
    .where('id', '=', joining.id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (invitation === undefined || invitation.expires_at <= now) throw failure(errors.invitation_not_found)
  // The row of the account decides, not the access token: its address may have changed hands since.
  const isInvited = account?.email === invitation.email && account.email_verified_at !== null
  if (!isInvited) throw failure(errors.invitation_not_yours)
  if ((await membershipIn(query, userId, organization_id)) !== undefined) throw failure(errors.already_member)
  await query
    .updateTable('invitations')
    .set({ ended_at: now, end_reason: 'accepted' })
    .where('id', '=', joining.id)
    .execute()
  // Whoever was a member before begins anew: programs of that time stay without access.
  await revokePersonalTokens(query, userId, now, organization_id)
  await query
    .insertInto('organization_members')
    .values({ organization_id, user_id: userId, role: invitation.role, joined_at: now })
    .execute()
  const membership = await membershipIn(query, userId, organization_id)
  if (membership === undefined) throw failure(errors.invitation_not_found)
  emit(events.organizationMemberJoined, { organizationId: organization_id, userId })
  audit(transaction, {
    action: 'identity.invitation.accepted',
    target: `invitation:${joining.id}`,
    organizationId: organization_id,
  })
  transaction.remember(membership)
  return membership
}

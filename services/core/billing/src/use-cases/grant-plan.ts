import { actingFor, auditRecorded, type HandlerOf, isAppError, isoTime, userIdOf } from '@triptych/kernel'
import type { billingContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { lockLedger, rewriteSnapshot } from '../store/entitlements.ts'

/** An admin's grant is a fact of the ledger like any other; the free plan takes an earlier grant back. */
export const grantPlan =
  (deps: Deps): HandlerOf<typeof billingContract, 'grantPlan'> =>
  async (context, input, fail) => {
    const { user_id: userId, plan, expires_at: expiresAt } = input
    await deps.identity.getPerson(context, { user_id: userId }).catch((error: unknown) => {
      throw isAppError(error) && error.kind === 'not_found' ? fail('billing.person_not_found') : error
    })
    const id = deps.newId()
    const now = isoTime(deps.clock)
    const admin = userIdOf(context.actor) ?? ''
    const output = { id, user_id: userId, plan, expires_at: expiresAt }
    await deps.db.write(actingFor(context, userId), async ({ query, emit, remember }) => {
      await lockLedger(query, userId)
      await query
        .insertInto('billing_facts')
        .values({
          id,
          user_id: userId,
          source: 'admin',
          kind: plan === 'free' ? 'revoke' : 'grant',
          plan,
          expires_at: expiresAt,
          reason: input.reason,
          recorded_by: admin,
          recorded_at: now,
        })
        .execute()
      await rewriteSnapshot(query, userId, now)
      emit(auditRecorded, {
        tenantKind: 'user',
        tenantId: userId,
        action: 'ENTITLEMENT_GRANTED',
        target: id,
        occurredAt: now,
        actorUserId: admin,
        references: { plan },
      })
      remember(output)
    })
    await deps.entitlements.changed(userId)
    return output
  }

import type { HandlerOf } from '@triptych/kernel'
import type { billingContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { statusAt } from '../domain/subscription.ts'
import { findCheckout } from '../store/checkout-sessions.ts'
import { findByStripeId } from '../store/subscriptions.ts'
import { judgedOf } from '../subscription-row.ts'

export const checkoutSuccess =
  ({ db, clock }: Pick<Deps, 'db' | 'clock'>): HandlerOf<typeof billingContract, 'checkoutSuccess'> =>
  (context, { session_id: sessionId }, fail) =>
    db.read(context, async (query) => {
      const session = await findCheckout(query, sessionId)
      if (session === undefined) throw fail('billing.checkout_not_found')
      const known = { session_id: sessionId, plan_id: session.plan_id }
      if (session.state === 'expired') return { ...known, state: 'expired' as const, subscription_id: null }
      const told = await query
        .selectFrom('payment_facts')
        .select('subscription')
        .where('kind', '=', 'checkout')
        .where('key', 'like', `${sessionId.replaceAll('_', String.raw`\_`)}:%`)
        .where('subscription', 'is not', null)
        .executeTakeFirst()
      const row = told?.subscription == null ? undefined : await findByStripeId(query, told.subscription)
      if (row === undefined) {
        return {
          ...known,
          state: session.state === 'open' ? ('open' as const) : ('waiting' as const),
          subscription_id: null,
        }
      }
      const isUsable = statusAt(judgedOf(row), clock.now()) !== 'incomplete' && row.plan_id !== null
      return {
        ...known,
        state: isUsable ? ('ready' as const) : ('waiting' as const),
        subscription_id: row.id,
      }
    })

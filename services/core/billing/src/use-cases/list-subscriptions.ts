import type { HandlerOf } from '@triptych/kernel'
import type { billingContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { listSubscriptionPlans } from '../store/subscription-plans.ts'
import { subscriptionsOf } from '../store/subscriptions.ts'
import { showSubscription } from '../subscription-view.ts'

export const listSubscriptions =
  ({ db, clock }: Pick<Deps, 'db' | 'clock'>): HandlerOf<typeof billingContract, 'listSubscriptions'> =>
  (context) =>
    db.read(context, async (query) => {
      const rows = await subscriptionsOf(query, context.tenant?.organizationId ?? '')
      const plans = new Map((await listSubscriptionPlans(query, 'all')).map((plan) => [plan.id, plan]))
      return {
        items: rows.flatMap((row) => {
          const plan = plans.get(row.plan_id ?? '')
          return plan === undefined ? [] : [showSubscription(row, plan, clock.now())]
        }),
      }
    })

import { type HandlerOf, userIdOf } from '@triptych/kernel'
import { auditSystem } from '../audit.ts'
import type { billingContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { showPlan } from '../plan-view.ts'
import { findSubscriptionPlan } from '../store/subscription-plans.ts'

export const updatePlan =
  (deps: Pick<Deps, 'db' | 'clock'>): HandlerOf<typeof billingContract, 'updatePlan'> =>
  (context, { id, ...given }, fail) =>
    deps.db.write(context, async (transaction) => {
      const { query } = transaction
      const before = await findSubscriptionPlan(query, id)
      if (before === undefined) throw fail('billing.plan_not_found')
      const change = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
      const after = { ...before, ...change }
      await query
        .updateTable('subscription_plans')
        .set({ ...after, features: JSON.stringify(after.features) })
        .where('id', '=', id)
        .execute()
      auditSystem(deps, transaction, {
        action: 'billing.plan.changed',
        target: `plan:${id}`,
        references: { fields: Object.keys(change).sort().join(' ') },
        actorUserId: userIdOf(context.actor) ?? '',
      })
      const answer = showPlan(after)
      transaction.remember(answer)
      return answer
    })

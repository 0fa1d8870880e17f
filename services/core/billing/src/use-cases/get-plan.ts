import type { HandlerOf } from '@triptych/kernel'
import type { billingContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { showPlan } from '../plan-view.ts'
import { findSubscriptionPlan } from '../store/subscription-plans.ts'

export const getPlan =
  ({ db }: Pick<Deps, 'db'>): HandlerOf<typeof billingContract, 'getPlan'> =>
  async (context, { plan_id: id }, fail) => {
    const row = await db.readOne(context, (query) => findSubscriptionPlan(query, id))
    if (row === undefined) throw fail('billing.plan_not_found')
    return showPlan(row)
  }

import type { HandlerOf } from '@triptych/kernel'
import type { billingContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { showPlan } from '../plan-view.ts'
import { listSubscriptionPlans } from '../store/subscription-plans.ts'

export const listPlans =
  ({ db }: Pick<Deps, 'db'>, which: 'offered' | 'all'): HandlerOf<typeof billingContract, 'listPlans'> =>
  async (context) => {
    const rows = await db.readOne(context, (query) => listSubscriptionPlans(query, which))
    return { items: rows.map(showPlan) }
  }

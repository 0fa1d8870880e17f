import type { HandlerOf } from '@triptych/kernel'
import type { billingContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { forOrganization } from '../in-organization.ts'
import { findSubscriptionPlan } from '../store/subscription-plans.ts'
import { findSubscription, organizationOfSubscription } from '../store/subscriptions.ts'
import { showSubscription } from '../subscription-view.ts'

export const getSubscription =
  (deps: Deps): HandlerOf<typeof billingContract, 'getSubscription'> =>
  async (context, { subscription_id: id }, fail) => {
    const organizationId = await deps.db.readOne(context, (query) => organizationOfSubscription(query, id))
    if (organizationId === undefined) throw fail('billing.subscription_not_found')
    return deps.db.read(forOrganization(context, organizationId), async (query) => {
      const row = await findSubscription(query, id)
      const plan = row?.plan_id == null ? undefined : await findSubscriptionPlan(query, row.plan_id)
      // Until something told what it is for, there is nothing to say of it.
      if (row === undefined || plan === undefined) throw fail('billing.subscription_not_found')
      return showSubscription(row, plan, deps.clock.now())
    })
  }

import { type HandlerOf, userIdOf } from '@triptych/kernel'
import { auditOrganization } from '../audit.ts'
import type { billingContract } from '../contract/contract.ts'
import { errors } from '../contract/errors.ts'
import type { Deps } from '../deps.ts'
import { oneChangeAtATime } from '../one-change.ts'
import { priceOf } from '../plan-price.ts'
import { changeAtStripe, requireRunning } from '../running-subscription.ts'
import { findSubscriptionPlan } from '../store/subscription-plans.ts'
import { atStripe, stripeOf } from '../stripe-failure.ts'

export const changePlan =
  (deps: Deps): HandlerOf<typeof billingContract, 'changePlan'> =>
  async (context, { plan_id: planId }, fail) => {
    const organizationId = context.tenant?.organizationId ?? ''
    return oneChangeAtATime(deps, organizationId, async () => {
      const running = await requireRunning(deps, context)
      const subscription = running.stripe_id
      const plan = await deps.db.readOne(context, (query) => findSubscriptionPlan(query, planId))
      if (plan === undefined || !plan.is_offered) throw fail('billing.plan_not_found')
      if (running.plan_id === planId) throw fail('billing.same_plan')
      const price = await priceOf(deps, context, plan)
      await deps.db.write(context, async (transaction) =>
        auditOrganization(deps, transaction, organizationId, {
          action: 'billing.subscription.plan_change_requested',
          target: `subscription:${running.id}`,
          references: { from: running.plan_id ?? '', to: planId },
          actorUserId: userIdOf(context.actor) ?? '',
        }),
      )
      const isUpgrade = plan.price_cents > (running.amount_cents ?? 0)
      return changeAtStripe(deps, context, { organizationId, subscription }, () =>
        atStripe(stripeOf(deps).changePrice(subscription, price, isUpgrade), {
          card_declined: errors.payment_refused,
        }),
      )
    })
  }

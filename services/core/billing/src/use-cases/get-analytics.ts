import { type HandlerOf, isoTime } from '@triptych/kernel'
import type { billingContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { figuresOf } from '../domain/figures.ts'
import { countedSubscriptions } from '../store/figures.ts'

/** The currency of the price list; what is sold in others is no part of the sums. */
const currency = 'usd'

export const getAnalytics =
  ({ db, clock }: Pick<Deps, 'db' | 'clock'>): HandlerOf<typeof billingContract, 'getAnalytics'> =>
  async (context) => {
    const now = clock.now()
    const counted = await db.readOne(context, (query) => countedSubscriptions(query, now))
    const figures = figuresOf(
      counted.filter((one) => one.currency === currency),
      now,
    )
    return {
      currency,
      mrr_cents: figures.mrrCents,
      arr_cents: figures.mrrCents * 12,
      active_subscriptions: figures.activeSubscriptions,
      trialing_subscriptions: figures.trialingSubscriptions,
      churned_this_month: figures.churnedThisMonth,
      churn_rate: figures.churnRate,
      new_signups_this_month: figures.newSignupsThisMonth,
      plans: figures.plans.map((plan) => ({
        plan_id: plan.planId,
        subscriptions: plan.subscriptions,
        mrr_cents: plan.mrrCents,
      })),
      as_of: isoTime(clock),
    }
  }

import { type Context, failure } from '@triptych/kernel'
import { errors } from './contract/errors.ts'
import type { Deps } from './deps.ts'
import { statusAt } from './domain/subscription.ts'
import type { Look } from './ports/stripe.ts'
import { findSubscriptionPlan } from './store/subscription-plans.ts'
import { findByStripeId, type Place, subscriptionsOf } from './store/subscriptions.ts'
import type { SubscriptionsTable } from './store/tables.ts'
import { judgedOf } from './subscription-row.ts'
import { showSubscription } from './subscription-view.ts'
import { type LookDeps, takeInLook } from './take-in-look.ts'

/** The subscription of the organisation that has not ended. */
export async function requireRunning(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  context: Context,
): Promise<SubscriptionsTable> {
  const organizationId = context.tenant?.organizationId ?? ''
  const rows = await db.readOne(context, (query) => subscriptionsOf(query, organizationId))
  const running = rows.find((row) => statusAt(judgedOf(row), clock.now()) !== 'ended')
  if (running === undefined) throw failure(errors.not_subscribed)
  return running
}

/** Asks Stripe to change a subscription, takes in what that led to, shows it and keeps what it shows. */
export async function changeAtStripe(
  deps: LookDeps,
  context: Context,
  place: Place,
  ask: () => Promise<Look>,
) {
  await takeInLook(deps, context, place, ask)
  return deps.db.write(context, async ({ query, remember }) => {
    const row = await findByStripeId(query, place.subscription)
    const plan = await findSubscriptionPlan(query, row?.plan_id ?? '')
    if (row === undefined || plan === undefined) throw failure(errors.not_subscribed)
    const answer = showSubscription(row, plan, deps.clock.now())
    remember(answer)
    return answer
  })
}

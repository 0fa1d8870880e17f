import { type Context, failure } from '@triptych/kernel'
import { errors } from './contract/errors.ts'
import type { Deps } from './deps.ts'
import { factsOfKind } from './domain/facts.ts'
import { readSubscription } from './domain/stripe-shapes.ts'
import { statusAt } from './domain/subscription.ts'
import { newsOf } from './news.ts'
import { factsOfSubscription } from './store/facts.ts'
import { findSubscriptionPlan } from './store/subscription-plans.ts'
import { findByStripeId, type Place, subscriptionsOf } from './store/subscriptions.ts'
import type { SubscriptionsTable } from './store/tables.ts'
import { judgedOf } from './subscription-row.ts'
import { showSubscription } from './subscription-view.ts'
import { takeIn, type TakeInDeps } from './take-in.ts'

type RunningDeps = TakeInDeps & Pick<Deps, 'db'>

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

/** The moment after which something is read: right behind whatever was known of the subscription by then. */
export const positionOf = async (
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  context: Context,
  subscription: string,
): Promise<number> => {
  const facts = await db.readOne(context, (query) => factsOfSubscription(query, subscription))
  const seen = factsOfKind(facts, 'seen').map(({ happenedAt }) => happenedAt)
  return seen.length === 0 ? clock.now() : Math.max(...seen)
}

/** Takes in a subscription as Stripe answered it, unless it says what is known, and shows it. */
export async function takeInAnswer(
  deps: RunningDeps,
  context: Context,
  { organizationId, subscription }: Place,
  { object, position }: { readonly object: unknown; readonly position: number },
) {
  const { facts } = readSubscription(object, { key: `read:${deps.newId()}`, happenedAt: position })
  return deps.db.write(context, async (transaction) => {
    const { query } = transaction
    await takeIn(deps, transaction, organizationId, await newsOf(query, subscription, facts))
    const row = await findByStripeId(query, subscription)
    const plan = row?.plan_id == null ? undefined : await findSubscriptionPlan(query, row.plan_id)
    if (row === undefined || plan === undefined) throw failure(errors.not_subscribed)
    return showSubscription(row, plan, deps.clock.now())
  })
}

import type { Context } from '@triptych/kernel'
import type { Deps } from './deps.ts'
import { factsOfKind } from './domain/facts.ts'
import { readSubscription } from './domain/stripe-shapes.ts'
import { newsOf } from './news.ts'
import type { Look } from './ports/stripe.ts'
import { factsOfSubscription, lockSubscription } from './store/facts.ts'
import type { Place } from './store/subscriptions.ts'
import { atStripe, stripeOf } from './stripe-failure.ts'
import { takeIn, type TakeInDeps } from './take-in.ts'

export type LookDeps = TakeInDeps & Pick<Deps, 'db' | 'stripe'>

/**
 * Takes in a subscription as Stripe answers it now, as the newest look at it. That is true only if nothing else was told
 * from before the question until the answer is kept; else it is read again. So whoever crosses whom, the last look that is
 * kept is the last that was had. Each further pass needs something new that was told.
 */
export async function takeInLook(
  deps: LookDeps,
  context: Context,
  { organizationId, subscription }: Place,
  ask: () => Promise<Look>,
): Promise<void> {
  const timesSeen = async (query: Parameters<typeof factsOfSubscription>[0]) =>
    factsOfKind(await factsOfSubscription(query, subscription), 'seen').map(({ happenedAt }) => happenedAt)
  const readAgain = () => atStripe(stripeOf(deps).readSubscription(subscription))
  let isTaken = false
  for (let next = ask; !isTaken; next = readAgain) {
    const before = await deps.db.readOne(context, timesSeen)
    const { object, answeredAt } = await next()
    const happenedAt = Math.max(answeredAt, ...before.map((time) => time + 1))
    const { facts } = readSubscription(object, { key: `read:${deps.newId()}`, happenedAt })
    isTaken = await deps.db.write(context, async (transaction) => {
      const { query } = transaction
      await lockSubscription(query, subscription)
      if ((await timesSeen(query)).length !== before.length) return false
      await takeIn(deps, transaction, organizationId, await newsOf(query, subscription, facts))
      return true
    })
  }
}

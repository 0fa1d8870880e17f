import type { Context } from '@triptych/kernel'
import type { Deps } from './deps.ts'
import type { SubscriptionPlanRow } from './store/tables.ts'
import { atStripe, stripeOf } from './stripe-failure.ts'

/** The price at Stripe of what a plan costs now; found or made there, and remembered as this plan's. */
export async function priceOf(
  deps: Pick<Deps, 'db' | 'stripe'>,
  context: Context,
  plan: SubscriptionPlanRow,
): Promise<string> {
  const { id: planId, name, price_cents: amount, currency } = plan
  const known = await deps.db.readOne(context, (query) =>
    query
      .selectFrom('plan_prices')
      .select('stripe_id')
      .where('plan_id', '=', planId)
      .where('amount_cents', '=', amount)
      .where('currency', '=', currency)
      .executeTakeFirst(),
  )
  if (known !== undefined) return known.stripe_id
  const price = await atStripe(stripeOf(deps).findOrMakePrice({ planId, name, amount, currency }))
  await deps.db.write(context, ({ query }) =>
    query
      .insertInto('plan_prices')
      .values({ stripe_id: price, plan_id: planId, amount_cents: amount, currency })
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  )
  return price
}

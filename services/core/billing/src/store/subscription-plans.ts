import type { Kysely } from 'kysely'
import type { BillingTables } from './tables.ts'

type Query = Kysely<BillingTables>

export const findSubscriptionPlan = (query: Query, id: string) =>
  query.selectFrom('subscription_plans').selectAll().where('id', '=', id).executeTakeFirst()

/** Cheapest first. */
export const listSubscriptionPlans = (query: Query, which: 'offered' | 'all') =>
  query
    .selectFrom('subscription_plans')
    .selectAll()
    .$if(which === 'offered', (plans) => plans.where('is_offered', '=', true))
    .orderBy('price_cents')
    .orderBy('rank')
    .execute()

/** Which plan a price at Stripe is for. */
export async function planOfPrice(query: Query, price: string): Promise<string | null> {
  const row = await query
    .selectFrom('plan_prices')
    .select('plan_id')
    .where('stripe_id', '=', price)
    .executeTakeFirst()
  return row?.plan_id ?? null
}

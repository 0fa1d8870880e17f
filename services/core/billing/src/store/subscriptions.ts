import { type Kysely, sql } from 'kysely'
import type { BillingTables, SubscriptionsTable } from './tables.ts'

type Query = Kysely<BillingTables>

/** A subscription where it lies. */
export interface Place {
  readonly organizationId: string
  /** Stripe's id. */
  readonly subscription: string
}
type PlaceRow = { readonly organization_id: string; readonly stripe_id: string }
const placeOf = (row: PlaceRow): Place => ({
  organizationId: row.organization_id,
  subscription: row.stripe_id,
})

/** Whose subscription it is, asked before anybody's rows are bound. */
export async function organizationOfSubscription(query: Query, id: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string | null }>`select organization_of_subscription(${id}) as id`.execute(
    query,
  )
  return rows[0]?.id ?? undefined
}

export const findSubscription = (query: Query, id: string) =>
  query.selectFrom('subscriptions').selectAll().where('id', '=', id).executeTakeFirst()

export const findByStripeId = (query: Query, stripeId: string) =>
  query.selectFrom('subscriptions').selectAll().where('stripe_id', '=', stripeId).executeTakeFirst()

/** Newest first. */
export const subscriptionsOf = (query: Query, organizationId: string) =>
  query
    .selectFrom('subscriptions')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .orderBy('id', 'desc')
    .execute()

export async function putSubscription(query: Query, row: SubscriptionsTable): Promise<void> {
  const { id: _id, organization_id: _organization, stripe_id: _stripe, ...rest } = row
  await query
    .insertInto('subscriptions')
    .values(row)
    .onConflict((conflict) => conflict.column('stripe_id').doUpdateSet(rest))
    .execute()
}

export async function subscriptionsDue(query: Query, now: string, most: number): Promise<Place[]> {
  const { rows } = await sql<PlaceRow>`select * from subscriptions_due(${now}, ${most})`.execute(query)
  return rows.map(placeOf)
}

export async function runningSubscriptions(
  query: Query,
  after: string | null,
  most: number,
): Promise<Place[]> {
  const { rows } = await sql<PlaceRow>`select * from running_subscriptions(${after}, ${most})`.execute(query)
  return rows.map(placeOf)
}

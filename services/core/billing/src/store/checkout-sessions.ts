import { lockByName } from '@triptych/db'
import type { Kysely } from 'kysely'
import type { BillingTables } from './tables.ts'

type Query = Kysely<BillingTables>
export type CheckoutRow = BillingTables['checkout_sessions']

/** One checkout of an organisation is begun at a time. */
export const lockCheckouts = (query: Query, organizationId: string) =>
  lockByName(query, `billing.checkout:${organizationId}`)

export const openCheckouts = (query: Query, organizationId: string) =>
  query
    .selectFrom('checkout_sessions')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('state', '=', 'open')
    .execute()

export const insertCheckout = (query: Query, row: CheckoutRow) =>
  query.insertInto('checkout_sessions').values(row).execute()

/** Closes a checkout; returns Stripe's id of it, which it may have been given a moment ago. */
export async function closeCheckout(query: Query, id: string): Promise<string | null> {
  const closed = await query
    .updateTable('checkout_sessions')
    .set({ state: 'expired' })
    .where('id', '=', id)
    .where('state', '=', 'open')
    .returning('stripe_id')
    .executeTakeFirst()
  return closed?.stripe_id ?? null
}

export const findCheckout = (query: Query, stripeId: string) =>
  query.selectFrom('checkout_sessions').selectAll().where('stripe_id', '=', stripeId).executeTakeFirst()

/** Keeps Stripe's id of a checkout; false when another one took its place meanwhile. */
export async function nameCheckout(query: Query, id: string, stripeId: string): Promise<boolean> {
  const { numUpdatedRows } = await query
    .updateTable('checkout_sessions')
    .set({ stripe_id: stripeId })
    .where('id', '=', id)
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

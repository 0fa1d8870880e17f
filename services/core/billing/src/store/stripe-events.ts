import type { Kysely } from 'kysely'
import type { BillingTables, StripeEventRow } from './tables.ts'

type Query = Kysely<BillingTables>

/** Keeps an event, or counts one more attempt at one that waits. Returns how it stands. */
export async function receiveEvent(
  query: Query,
  row: Omit<StripeEventRow, 'payload'> & { payload: string },
): Promise<Pick<StripeEventRow, 'state' | 'attempts'>> {
  const received = await query
    .insertInto('stripe_events')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .column('stripe_id')
        .doUpdateSet((eb) => ({ attempts: eb('stripe_events.attempts', '+', 1) }))
        .where('stripe_events.state', '=', 'received'),
    )
    .returning(['state', 'attempts'])
    .executeTakeFirst()
  return (
    received ??
    (await query
      .selectFrom('stripe_events')
      .select(['state', 'attempts'])
      .where('stripe_id', '=', row.stripe_id)
      .executeTakeFirstOrThrow())
  )
}

/** Takes an event for this transaction; undefined when another has settled it. */
export const claimEvent = (query: Query, stripeId: string) =>
  query
    .selectFrom('stripe_events')
    .selectAll()
    .where('stripe_id', '=', stripeId)
    .where('state', '=', 'received')
    .forUpdate()
    .executeTakeFirst()

export const settleEvent = (
  query: Query,
  stripeId: string,
  how: Pick<StripeEventRow, 'state' | 'settled_at' | 'last_error'>,
) =>
  query
    .updateTable('stripe_events')
    .set(how)
    .where('stripe_id', '=', stripeId)
    .where('state', '=', 'received')
    .execute()

/** Events that were kept and not applied, because the process or the database went away in between. */
export async function waitingEvents(query: Query, receivedBefore: string, most: number): Promise<string[]> {
  const rows = await query
    .selectFrom('stripe_events')
    .select('stripe_id')
    .where('state', '=', 'received')
    .where('received_at', '<', receivedBefore)
    .orderBy('received_at')
    .limit(most)
    .execute()
  return rows.map((row) => row.stripe_id)
}

/** Events that were given up and wait for a person. */
export async function countDeadEvents(query: Query): Promise<number> {
  const { dead } = await query
    .selectFrom('stripe_events')
    .select((eb) => eb.fn.countAll<number>().as('dead'))
    .where('state', '=', 'dead')
    .executeTakeFirstOrThrow()
  return dead
}

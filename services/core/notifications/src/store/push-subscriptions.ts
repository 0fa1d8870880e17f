import { type Kysely, sql } from 'kysely'
import type { NotificationsTables, PushSubscriptionRow } from './tables.ts'

type Query = Kysely<NotificationsTables>

/** Takes an address from whoever else had it, until the transaction ends; the key it was made with, if anybody had. */
export async function takeEndpoint(query: Query, hash: Uint8Array, userId: string): Promise<string | null> {
  const { rows } = await sql<{ key: string | null }>`select take_endpoint(${hash}, ${userId}) as key`.execute(
    query,
  )
  return rows[0]?.key ?? null
}

export const findByEndpoint = (query: Query, hash: Uint8Array) =>
  query.selectFrom('push_subscriptions').selectAll().where('endpoint_hash', '=', hash).executeTakeFirst()

export const saveSubscription = (query: Query, row: PushSubscriptionRow) =>
  query
    .insertInto('push_subscriptions')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute()

/** Of more than `most` browsers for one app, those silent for longest go. */
export const keepNewest = (query: Query, { user_id: userId, app }: PushSubscriptionRow, most: number) =>
  query
    .deleteFrom('push_subscriptions')
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('push_subscriptions')
        .select('id')
        .where('user_id', '=', userId)
        .where('app', '=', app)
        .orderBy('last_contact_at', 'desc')
        .orderBy('id', 'desc')
        .offset(most),
    )
    .execute()

export async function deleteSubscription(query: Query, id: string): Promise<boolean> {
  const { numDeletedRows } = await query
    .deleteFrom('push_subscriptions')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return numDeletedRows === 1n
}

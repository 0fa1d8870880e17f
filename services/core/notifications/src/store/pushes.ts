import { type Kysely, sql } from 'kysely'
import type { NotificationsTables, PushDeliveryRow, PushRow } from './tables.ts'

type Query = Kysely<NotificationsTables>

/** False when this push was there already. */
export async function insertPush(query: Query, row: PushRow): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await query
    .insertInto('pushes')
    .values(row)
    .onConflict((conflict) => conflict.columns(['user_id', 'dedupe_key']).doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** Takes a delivery that waits for this worker; undefined when it is settled, gone, or in another worker's hands. */
export const claimDelivery = (query: Query, id: string, times: { now: string; until: string }) =>
  query
    .updateTable('push_deliveries')
    .set((eb) => ({
      status: 'sending',
      attempts: eb('attempts', '+', 1),
      claimed_until: times.until,
      updated_at: times.now,
    }))
    .where('id', '=', id)
    .where((eb) =>
      eb.or([
        eb('status', 'in', ['queued', 'failed']),
        eb.and([eb('status', '=', 'sending'), eb('claimed_until', '<=', times.now)]),
      ]),
    )
    .returningAll()
    .executeTakeFirst()

export const settleDelivery = (query: Query, id: string, change: Partial<PushDeliveryRow>) =>
  query
    .updateTable('push_deliveries')
    .set({ claimed_until: null, ...change })
    .where('id', '=', id)
    .execute()

export interface PushLogFilter {
  readonly status: string | undefined
  readonly userId: string | undefined
  readonly cursor: string | undefined
  readonly limit: number
}

export type PushLogRow = Pick<
  PushDeliveryRow,
  'id' | 'push_id' | 'user_id' | 'endpoint_host' | 'status' | 'attempts' | 'code' | 'created_at' | 'sent_at'
> &
  Pick<PushRow, 'app' | 'kind'>

/** Pushes of everybody, for an admin: through the one function that may see them. */
export async function pushLogForAdmin(query: Query, filter: PushLogFilter): Promise<PushLogRow[]> {
  const found = await sql<PushLogRow>`select * from push_log_for_admin(
    ${filter.status ?? null}, ${filter.userId ?? null}, ${filter.cursor ?? null}, ${filter.limit + 1})`.execute(
    query,
  )
  return found.rows
}

/** One person's own log. */
export const pushLogOf = (query: Query, userId: string) =>
  query
    .selectFrom('push_deliveries as delivery')
    .innerJoin('pushes as push', 'push.id', 'delivery.push_id')
    .select([
      'push.app',
      'push.kind',
      'delivery.endpoint_host',
      'delivery.status',
      'delivery.code',
      'delivery.created_at',
      'delivery.sent_at',
    ])
    .where('delivery.user_id', '=', userId)
    .orderBy('delivery.id')
    .execute()

/** Later of what holds and what is asked for. */
export const holdPushes = (query: Query, userId: string, until: string) =>
  query
    .insertInto('push_holds')
    .values({ user_id: userId, until })
    .onConflict((conflict) =>
      conflict.column('user_id').doUpdateSet({ until: sql`greatest(push_holds.until, excluded.until)` }),
    )
    .execute()

export interface PushUpkeepBounds {
  readonly now: string
  readonly lostBefore: string
  readonly deleteBefore: string
  readonly silentBefore: string
}

export async function runPushUpkeep(query: Query, bounds: PushUpkeepBounds): Promise<void> {
  await sql`select delete_silent_subscriptions(${bounds.silentBefore})`.execute(query)
  await sql`select give_up_lost_pushes(${bounds.lostBefore}, ${bounds.now})`.execute(query)
  await sql`select delete_pushes(${bounds.deleteBefore})`.execute(query)
  await sql`select delete_ended_holds(${bounds.now})`.execute(query)
}

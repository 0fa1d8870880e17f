import { type Kysely, sql } from 'kysely'
import type { ConnectionRow, IntegrationsTables } from './tables.ts'

type Query = Kysely<IntegrationsTables>

/** A person and a provider. */
export interface Place {
  readonly userId: string
  readonly provider: string
}

/** The problem of a connection whose provider asked for a pause: it is not read before `next_sync_at`. */
export const busy = 'busy'

export const findConnection = (query: Query, { userId, provider }: Place) =>
  query
    .selectFrom('connections')
    .selectAll()
    .where('user_id', '=', userId)
    .where('provider', '=', provider)
    .executeTakeFirst()

export const listConnections = (query: Query, userId: string) =>
  query.selectFrom('connections').selectAll().where('user_id', '=', userId).execute()

export const updateConnection = (query: Query, { userId, provider }: Place, change: Partial<ConnectionRow>) =>
  query
    .updateTable('connections')
    .set(change)
    .where('user_id', '=', userId)
    .where('provider', '=', provider)
    .execute()

export async function putConnection(query: Query, row: ConnectionRow): Promise<void> {
  const { user_id: _user, provider: _provider, ...rest } = row
  await query
    .insertInto('connections')
    .values(row)
    .onConflict((conflict) => conflict.columns(['user_id', 'provider']).doUpdateSet(rest))
    .execute()
}

/** Takes the reading of a connection for this worker; undefined when another has it, or it is paused or has ended. */
export const claimSync = (query: Query, { userId, provider }: Place, times: { now: string; until: string }) =>
  query
    .updateTable('connections')
    .set({ sync_claimed_until: times.until })
    .where('user_id', '=', userId)
    .where('provider', '=', provider)
    .where('status', '=', 'connected')
    .where((eb) => eb.or([eb('sync_claimed_until', 'is', null), eb('sync_claimed_until', '<=', times.now)]))
    .where((eb) => eb.or([eb('problem_code', 'is distinct from', busy), eb('next_sync_at', '<=', times.now)]))
    .returningAll()
    .executeTakeFirst()

/** Until when the provider asked to be left alone; undefined when it does not. */
export const pausedUntil = (row: ConnectionRow, now: string): string | undefined =>
  row.problem_code === busy && row.next_sync_at !== null && Date.parse(row.next_sync_at) > Date.parse(now)
    ? row.next_sync_at
    : undefined

/** Whether a reading is still this worker's to keep; nobody can end the connection until this transaction does. */
export async function holdsSync(query: Query, { userId, provider }: Place, until: string): Promise<boolean> {
  const row = await query
    .selectFrom('connections')
    .select('status')
    .where('user_id', '=', userId)
    .where('provider', '=', provider)
    .where('status', '=', 'connected')
    .where('sync_claimed_until', '=', until)
    .forUpdate()
    .executeTakeFirst()
  return row !== undefined
}

export async function peopleOfAccount(query: Query, provider: string, hash: Uint8Array): Promise<string[]> {
  const found = await sql<{ user_id: string }>`select * from people_of_account(${provider}, ${hash})`.execute(
    query,
  )
  return found.rows.map((row) => row.user_id)
}

export async function connectionsToRead(query: Query, now: string, most: number): Promise<Place[]> {
  const found = await sql<{ user_id: string; provider: string }>`
    select * from connections_to_read(${now}, ${most})`.execute(query)
  return found.rows.map(({ user_id: userId, provider }) => ({ userId, provider }))
}

export async function peopleWithConnections(
  query: Query,
  after: string | null,
  most: number,
): Promise<string[]> {
  const found = await sql<{
    user_id: string
  }>`select * from people_with_connections(${after}, ${most})`.execute(query)
  return found.rows.map((row) => row.user_id)
}

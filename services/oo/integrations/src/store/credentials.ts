import { type Kysely, sql } from 'kysely'
import type { Place } from './connections.ts'
import type { CredentialRow, IntegrationsTables } from './tables.ts'

type Query = Kysely<IntegrationsTables>

export const findCredential = (query: Query, { userId, provider }: Place) =>
  query
    .selectFrom('credentials')
    .selectAll()
    .where('user_id', '=', userId)
    .where('provider', '=', provider)
    .executeTakeFirst()

export async function putCredential(query: Query, row: CredentialRow): Promise<void> {
  const { user_id: _user, provider: _provider, ...rest } = row
  await query
    .insertInto('credentials')
    .values(row)
    .onConflict((conflict) => conflict.columns(['user_id', 'provider']).doUpdateSet(rest))
    .execute()
}

/** Replaces one version of a secret by the next, whatever key it lies under by now; false when another was first. */
export async function replaceCredential(
  query: Query,
  before: CredentialRow,
  after: Partial<CredentialRow>,
): Promise<boolean> {
  const { numUpdatedRows } = await query
    .updateTable('credentials')
    .set(after)
    .where('user_id', '=', before.user_id)
    .where('provider', '=', before.provider)
    .where('generation', '=', before.generation)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** Lets go of this very version; false when another has taken its place. */
export async function dropCredential(query: Query, row: CredentialRow): Promise<boolean> {
  const { numDeletedRows } = await query
    .deleteFrom('credentials')
    .where('user_id', '=', row.user_id)
    .where('provider', '=', row.provider)
    .where('generation', '=', row.generation)
    .executeTakeFirstOrThrow()
  return numDeletedRows === 1n
}

/** A version that nobody may replace until this transaction ends. */
export const lockCredential = (query: Query, { userId, provider }: Place) =>
  query
    .selectFrom('credentials')
    .selectAll()
    .where('user_id', '=', userId)
    .where('provider', '=', provider)
    .forUpdate()
    .executeTakeFirst()

/** Takes the renewal of one version of a secret for this process; undefined when another has it. */
export const claimRefresh = (query: Query, row: CredentialRow, times: { now: string; until: string }) =>
  query
    .updateTable('credentials')
    .set({ refresh_claimed_until: times.until, refresh_started_at: row.refresh_started_at ?? times.now })
    .where('user_id', '=', row.user_id)
    .where('provider', '=', row.provider)
    .where('generation', '=', row.generation)
    .where((eb) =>
      eb.or([eb('refresh_claimed_until', 'is', null), eb('refresh_claimed_until', '<=', times.now)]),
    )
    .returningAll()
    .executeTakeFirst()

export const deleteCredential = (query: Query, { userId, provider }: Place) =>
  query
    .deleteFrom('credentials')
    .where('user_id', '=', userId)
    .where('provider', '=', provider)
    .returningAll()
    .executeTakeFirst()

/** The places after `after` whose secret is not sealed to the current key, in order. */
export async function credentialsOfOtherKeys(
  query: Query,
  currentKeyId: string,
  page: { after: Place | undefined; most: number },
): Promise<Place[]> {
  const { userId = null, provider = null } = page.after ?? {}
  const found = await sql<{ user_id: string; provider: string }>`
    select * from credentials_of_other_keys(${currentKeyId}, ${userId}, ${provider}, ${page.most})`.execute(
    query,
  )
  return found.rows.map((row) => ({ userId: row.user_id, provider: row.provider }))
}

import { type Kysely, type Selectable, sql } from 'kysely'
import type { __Name__Tables } from './tables.ts'

type Query = Kysely<__Name__Tables>
export type EntryRow = Selectable<__Name__Tables['entries']>

export const insertEntry = (query: Query, row: EntryRow) => query.insertInto('entries').values(row).execute()

export const findEntry = (query: Query, id: string) =>
  query.selectFrom('entries').selectAll().where('id', '=', id).executeTakeFirst()

/** One row more than asked for tells whether there is another page. */
export const listEntryRows = (query: Query, page: { limit: number; cursor?: string | undefined }) =>
  query
    .selectFrom('entries')
    .selectAll()
    .$if(page.cursor !== undefined, (rows) => rows.where('id', '<', page.cursor ?? ''))
    .orderBy('id', 'desc')
    .limit(page.limit + 1)
    .execute()

export async function countEntries(query: Query): Promise<number> {
  const { entries } = await query
    .selectFrom('entries')
    .select((expression) => expression.fn.countAll<string>().as('entries'))
    .executeTakeFirstOrThrow()
  return Number(entries)
}

export async function removeEntry(query: Query, id: string): Promise<boolean> {
  const { numDeletedRows } = await query.deleteFrom('entries').where('id', '=', id).executeTakeFirst()
  return numDeletedRows > 0n
}

/** Past the borders between people, by a function of the schema. */
export async function deleteExpired(query: Query, before: string): Promise<void> {
  await sql`select delete_entries(${before})`.execute(query)
}

/** Everything of one person, also when no person asks. */
export const entriesOf = (query: Query, userId: string) =>
  query.selectFrom('entries').selectAll().where('user_id', '=', userId).orderBy('id').execute()

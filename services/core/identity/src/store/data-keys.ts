import { type Kysely, sql } from 'kysely'
import type { IdentityTables } from './tables.ts'

type Query = Kysely<IdentityTables>

export interface DataKeyRow {
  readonly subject_id: string
  readonly subject_kind: IdentityTables['data_keys']['subject_kind']
  readonly wrapped_key: Uint8Array
}

/** Those after `after` that the current key has not wrapped, in order. */
export async function dataKeysOfOtherKeys(
  query: Query,
  currentKeyId: string,
  page: { after: string | null; most: number },
): Promise<DataKeyRow[]> {
  const found = await sql<DataKeyRow>`
    select * from data_keys_of_other_keys(${currentKeyId}, ${page.after}, ${page.most})`.execute(query)
  return found.rows
}

export async function countDataKeysOfOtherKeys(query: Query, currentKeyId: string): Promise<number> {
  const found = await sql<{ count: number }>`
    select count_data_keys_of_other_keys(${currentKeyId}) as count`.execute(query)
  return found.rows[0]?.count ?? 0
}

/** False when the key was destroyed or wrapped anew meanwhile: neither is undone. */
export async function replaceWrappedKey(
  query: Query,
  before: DataKeyRow,
  wrapped: Uint8Array,
): Promise<boolean> {
  const { numUpdatedRows } = await query
    .updateTable('data_keys')
    .set({ wrapped_key: wrapped })
    .where('subject_id', '=', before.subject_id)
    .where('wrapped_key', '=', before.wrapped_key)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

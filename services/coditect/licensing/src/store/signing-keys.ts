import type { Insertable, Kysely } from 'kysely'
import type { KeyUse, LicensingTables, SigningKeyRow } from './tables.ts'

type Query = Kysely<LicensingTables>

export const publishedKeys = (query: Query, use: KeyUse, now: string): Promise<SigningKeyRow[]> =>
  query
    .selectFrom('signing_keys')
    .selectAll()
    .where('use', '=', use)
    .where((eb) => eb.or([eb('retires_at', 'is', null), eb('retires_at', '>', now)]))
    .orderBy('signs_from')
    .orderBy('id')
    .execute()

export async function insertSigningKey(
  query: Query,
  row: Insertable<LicensingTables['signing_keys']>,
): Promise<void> {
  await query.insertInto('signing_keys').values(row).execute()
}

export async function retireKeys(query: Query, use: KeyUse, at: string): Promise<void> {
  await query
    .updateTable('signing_keys')
    .set({ retires_at: at })
    .where('use', '=', use)
    .where((eb) => eb.or([eb('retires_at', 'is', null), eb('retires_at', '>', at)]))
    .execute()
}

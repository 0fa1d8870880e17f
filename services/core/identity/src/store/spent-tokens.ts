import type { Kysely } from 'kysely'
import type { IdentityTables } from './tables.ts'

/** Counts a token, once over all processes; false when it was counted before. Old ones are forgotten on the way. */
export async function spendToken(
  query: Kysely<IdentityTables>,
  token: { readonly hash: Uint8Array; readonly expiresAt: string; readonly now: string },
): Promise<boolean> {
  await query.deleteFrom('spent_tokens').where('expires_at', '<', token.now).execute()
  const spent = await query
    .insertInto('spent_tokens')
    .values({ token_hash: token.hash, expires_at: token.expiresAt })
    .onConflict((conflict) => conflict.doNothing())
    .returning('token_hash')
    .executeTakeFirst()
  return spent !== undefined
}

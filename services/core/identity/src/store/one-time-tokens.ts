import { type Kysely, sql } from 'kysely'
import { hashOf } from '../domain/refresh-token.ts'
import type { IdentityTables } from './tables.ts'

type Query = Kysely<IdentityTables>
type Purpose = IdentityTables['one_time_tokens']['purpose']

export async function findOneTimeTokenOwner(query: Query, purpose: Purpose, token: string) {
  const found = await sql<{
    user_id: string
  }>`select * from find_one_time_token(${hashOf(token)}, ${purpose})`.execute(query)
  return found.rows[0]?.user_id
}

/** Marks a token used, once over all processes; false when it was used, is too old, or the address has changed. */
export async function spendOneTimeToken(query: Query, purpose: Purpose, token: string, at: string) {
  const spent = await query
    .updateTable('one_time_tokens')
    .set({ used_at: at })
    .where('token_hash', '=', hashOf(token))
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .where('expires_at', '>', at)
    .where('email', '=', (users) =>
      users
        .selectFrom('users')
        .select('users.email')
        .whereRef('users.id', '=', 'one_time_tokens.user_id')
        .where('users.deleted_at', 'is', null)
        .where('users.status', '=', 'active'),
    )
    .returning('id')
    .executeTakeFirst()
  return spent !== undefined
}

/** Whether the address that this mail went to is the account's, and verified. */
export async function isVerifiedBy(query: Query, userId: string, token: string): Promise<boolean> {
  const found = await query
    .selectFrom('one_time_tokens')
    .innerJoin('users', (join) =>
      join
        .onRef('users.id', '=', 'one_time_tokens.user_id')
        .onRef('users.email', '=', 'one_time_tokens.email'),
    )
    .select('users.id')
    .where('users.id', '=', userId)
    .where('users.status', '=', 'active')
    .where('users.deleted_at', 'is', null)
    .where('users.email_verified_at', 'is not', null)
    .where('one_time_tokens.token_hash', '=', hashOf(token))
    .where('one_time_tokens.purpose', '=', 'verify_email')
    .executeTakeFirst()
  return found !== undefined
}

/** The other tokens of the same purpose end with the one that was used. */
export const endOneTimeTokens = (query: Query, userId: string, purpose: Purpose, at: string) =>
  query
    .updateTable('one_time_tokens')
    .set({ used_at: at })
    .where('user_id', '=', userId)
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .execute()

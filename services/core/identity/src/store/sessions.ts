import type { Transaction } from '@triptych/db'
import { type Kysely, sql } from 'kysely'
import { events } from '../contract/events.ts'
import type { IdentityTables, UserStatus } from './tables.ts'

type Query = Kysely<IdentityTables>

export async function findRefreshTokenOwner(
  query: Query,
  tokenHash: Uint8Array,
): Promise<string | undefined> {
  const found = await sql<{ user_id: string }>`select * from find_refresh_token(${tokenHash})`.execute(query)
  return found.rows[0]?.user_id
}

/** Locks the token, so that of two simultaneous uses one waits for the other's verdict. */
export const lockRefreshToken = (query: Query, tokenHash: Uint8Array) =>
  query
    .selectFrom('refresh_tokens')
    .innerJoin('sessions', 'sessions.id', 'refresh_tokens.session_id')
    .select([
      'refresh_tokens.id',
      'refresh_tokens.user_id',
      'refresh_tokens.session_id',
      'refresh_tokens.salt',
      'refresh_tokens.used_at',
      'refresh_tokens.expires_at',
      'sessions.revoked_at',
      'sessions.authenticated_at',
    ])
    .where('refresh_tokens.token_hash', '=', tokenHash)
    .forUpdate()
    .executeTakeFirst()

export interface Revocation {
  readonly userId: string
  readonly at: string
  /** One session alone. */
  readonly only?: string
  /** All but this one. */
  readonly except?: string | undefined
}

/** Ends sign-ins and announces each. Answers how many there were. */
export async function revokeSessions(
  { query, emit }: Transaction<IdentityTables>,
  { userId, at, only, except }: Revocation,
): Promise<number> {
  let update = query
    .updateTable('sessions')
    .set({ revoked_at: at })
    .where('user_id', '=', userId)
    .where('revoked_at', 'is', null)
  if (only !== undefined) update = update.where('id', '=', only)
  if (except !== undefined) update = update.where('id', '<>', except)
  const ended = await update.returning('id').execute()
  for (const { id } of ended) emit(events.sessionRevoked, { userId, sessionId: id, revokedAt: at })
  return ended.length
}

/** Ends every program's token of a person, or those for one organisation. */
export async function revokePersonalTokens(
  query: Query,
  userId: string,
  at: string,
  organizationId?: string,
): Promise<void> {
  const tokens = query
    .updateTable('personal_tokens')
    .set({ revoked_at: at })
    .where('user_id', '=', userId)
    .where('revoked_at', 'is', null)
  await (
    organizationId === undefined ? tokens : tokens.where('organization_id', '=', organizationId)
  ).execute()
}

/** The status of a sign-in's person, or undefined when it was ended. */
export async function statusBehind(
  query: Query,
  userId: string,
  sessionId: string,
): Promise<UserStatus | undefined> {
  const found = await query
    .selectFrom('sessions')
    .innerJoin('users', 'users.id', 'sessions.user_id')
    .select('users.status')
    .where('sessions.id', '=', sessionId)
    .where('sessions.user_id', '=', userId)
    .where('sessions.revoked_at', 'is', null)
    .where('users.deleted_at', 'is', null)
    .executeTakeFirst()
  return found?.status
}

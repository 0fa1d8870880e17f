import type { Transaction } from '@triptych/db'
import { type Context, isoTime } from '@triptych/kernel'
import type { SessionProof } from '../access-tokens.ts'
import type { Deps } from '../deps.ts'
import { hashOf, newRefreshToken, newSalt, refreshLifetimeMs } from '../domain/refresh-token.ts'
import { newDeviceToken } from '../domain/device-token.ts'
import type { Account } from '../store/accounts.ts'
import { revokeSessions } from '../store/sessions.ts'
import type { IdentityTables } from '../store/tables.ts'

export interface OpenedSession extends SessionProof {
  readonly refreshToken: string
}

type OpenDeps = Pick<Deps, 'clock' | 'newId'>

/** A person has few devices; more sign-ins than this end the one unused for longest. */
const sessionsMax = 50

/** A new device of a person who has just proved who they are. */
export async function openSession(
  deps: OpenDeps,
  transaction: Transaction<IdentityTables>,
  context: Context,
  userId: string,
): Promise<OpenedSession> {
  const proof = await insertSession(deps, transaction, context, userId)
  const refreshToken = newRefreshToken()
  await insertRefreshToken(deps, transaction.query, {
    userId,
    sessionId: proof.sessionId,
    token: refreshToken,
  })
  return { ...proof, refreshToken }
}

/** A sign-in that ends with its access token. */
export async function insertSession(
  deps: OpenDeps,
  transaction: Transaction<IdentityTables>,
  context: Context,
  userId: string,
): Promise<SessionProof> {
  const now = isoTime(deps.clock)
  const sessionId = deps.newId()
  await endTheOldest(transaction, userId, now)
  await transaction.query
    .insertInto('sessions')
    .values({
      id: sessionId,
      user_id: userId,
      user_agent: context.userAgent ?? null,
      ip: context.ip ?? null,
      authenticated_at: now,
      created_at: now,
      last_used_at: now,
      revoked_at: null,
    })
    .execute()
  return { sessionId, authenticatedAt: now }
}

async function endTheOldest(transaction: Transaction<IdentityTables>, userId: string, at: string) {
  const open = await transaction.query
    .selectFrom('sessions')
    .select('id')
    .where('user_id', '=', userId)
    .where('revoked_at', 'is', null)
    .orderBy('last_used_at', 'desc')
    .offset(sessionsMax - 1)
    .limit(sessionsMax)
    .execute()
  for (const { id } of open) await revokeSessions(transaction, { userId, at, only: id })
}

export const insertRefreshToken = (
  deps: OpenDeps,
  query: Transaction<IdentityTables>['query'],
  { userId, sessionId, token }: { userId: string; sessionId: string; token: string },
) =>
  query
    .insertInto('refresh_tokens')
    .values({
      id: deps.newId(),
      user_id: userId,
      session_id: sessionId,
      token_hash: hashOf(token),
      salt: newSalt(),
      used_at: null,
      expires_at: new Date(deps.clock.now() + refreshLifetimeMs).toISOString(),
      created_at: isoTime(deps.clock),
    })
    .execute()

export async function tokensOf(
  deps: Pick<Deps, 'accessTokens' | 'config'>,
  account: Account,
  session: OpenedSession,
) {
  return {
    access_token: await deps.accessTokens.sign(account, session),
    refresh_token: session.refreshToken,
    expires_in: deps.config.ACCESS_TOKEN_SECONDS,
    token_type: 'Bearer' as const,
  }
}

/** The answer of every operation that signs a person in. */
export async function signedInOf(
  deps: Pick<Deps, 'accessTokens' | 'config'>,
  account: Account,
  session: OpenedSession,
) {
  return {
    ...(await tokensOf(deps, account, session)),
    user: userOf(account),
    device_token: newDeviceToken(deps.config.IDENTITY_SECRET, account.id),
  }
}

export const userOf = (account: Account) => ({
  id: account.id,
  email: account.email,
  full_name: account.full_name,
  email_verified: account.email_verified_at !== null,
})

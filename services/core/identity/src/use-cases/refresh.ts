import type { Transaction } from '@triptych/db'
import { actingFor, type Context, type HandlerOf, isoTime } from '@triptych/kernel'
import { auditOf } from '../audit.ts'
import { markChangedSoon } from '../change-marks.ts'
import type { identityContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { hashOf, retryWindowMs, successorOf } from '../domain/refresh-token.ts'
import { findAccount } from '../store/accounts.ts'
import { findRefreshTokenOwner, lockRefreshToken, revokeSessions } from '../store/sessions.ts'
import type { IdentityTables } from '../store/tables.ts'
import { insertRefreshToken, tokensOf } from './open-session.ts'

export const refresh =
  (deps: Deps): HandlerOf<typeof identityContract, 'refresh'> =>
  async (context, input, fail) => {
    if (input.refresh_token === undefined) throw fail('identity.refresh_invalid')
    const tokenHash = hashOf(input.refresh_token)
    const userId = await deps.db.read(context, (query) => findRefreshTokenOwner(query, tokenHash))
    if (userId === undefined) throw fail('identity.refresh_invalid')
    const outcome = await rotate(deps, context, userId, input.refresh_token)
    // The verdict was committed before it is told: throwing inside would undo the revocation.
    if (outcome === 'invalid') throw fail('identity.refresh_invalid')
    if (outcome === 'reused') {
      await markChangedSoon(deps, userId)
      throw fail('identity.refresh_reused')
    }
    return tokensOf(deps, outcome.account, outcome.session)
  }

type Row = NonNullable<Awaited<ReturnType<typeof lockRefreshToken>>>

async function rotate(deps: Deps, context: Context, userId: string, token: string) {
  const audit = await auditOf(deps, context, userId)
  return deps.db.write(actingFor(context, userId), async (transaction) => {
    const { query } = transaction
    const row = await lockRefreshToken(query, hashOf(token))
    const isOver = row === undefined || row.revoked_at !== null
    if (isOver || Date.parse(row.expires_at) <= deps.clock.now()) return 'invalid'
    const account = await findAccount(query, row.user_id)
    if (account === undefined || account.status !== 'active') return 'invalid'
    const next = successorOf(token, row.salt, deps.config.IDENTITY_SECRET)
    const session = { sessionId: row.session_id, authenticatedAt: row.authenticated_at, refreshToken: next }
    if (row.used_at === null) {
      await replace(deps, transaction, row, next)
      return { account, session }
    }
    const successor = await lockRefreshToken(query, hashOf(next))
    const isRetry = deps.clock.now() - Date.parse(row.used_at) <= retryWindowMs && successor?.used_at === null
    if (isRetry) return { account, session }
    await revokeSessions(transaction, { userId, at: isoTime(deps.clock), only: row.session_id })
    audit(transaction, { action: 'identity.refresh_token.reused', target: `session:${row.session_id}` })
    return 'reused'
  })
}

async function replace(deps: Deps, { query }: Transaction<IdentityTables>, row: Row, next: string) {
  const at = isoTime(deps.clock)
  await query.updateTable('refresh_tokens').set({ used_at: at }).where('id', '=', row.id).execute()
  await insertRefreshToken(deps, query, { userId: row.user_id, sessionId: row.session_id, token: next })
  await query.updateTable('sessions').set({ last_used_at: at }).where('id', '=', row.session_id).execute()
}

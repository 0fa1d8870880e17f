import { actingFor, type AppError, type Context, failure } from '@triptych/kernel'
import { auditOf } from '../audit.ts'
import { errors } from '../contract/errors.ts'
import type { Deps } from '../deps.ts'
import { findAccount } from '../store/accounts.ts'
import { insertSession } from './open-session.ts'

/**
 * The answer to a suspended person who has just proved who they are: a refusal, with a token for what stays open to
 * them (operations marked `whileSuspended`). It has no refresh token and ends when the account is active again.
 */
export async function signInSuspended(deps: Deps, context: Context, userId: string): Promise<AppError> {
  const audit = await auditOf(deps, context, userId)
  const opened = await deps.db.write(actingFor(context, userId), async (transaction) => {
    const account = await findAccount(transaction.query, userId)
    if (account === undefined || account.status === 'active') return undefined
    const proof = await insertSession(deps, transaction, context, userId)
    audit(transaction, { action: 'identity.session.opened_suspended', target: `session:${proof.sessionId}` })
    return { account, proof }
  })
  if (opened === undefined) return failure(errors.account_unavailable)
  const data = {
    access_token: await deps.accessTokens.sign(opened.account, opened.proof),
    expires_in: deps.config.ACCESS_TOKEN_SECONDS,
    token_type: 'Bearer',
  }
  return failure(errors.suspended, { data })
}

import { actingFor, type Context, failure, type HandlerOf, isoTime } from '@triptych/kernel'
import { auditOf } from '../audit.ts'
import { markChangedSoon } from '../change-marks.ts'
import type { identityContract } from '../contract/contract.ts'
import { errors } from '../contract/errors.ts'
import type { Deps } from '../deps.ts'
import { newDeviceToken } from '../domain/device-token.ts'
import { isCommonPassword } from '../domain/common-passwords.ts'
import { hashPassword } from '../passwords.ts'
import { requestMail } from '../mails.ts'
import { findAccount, updateAccount } from '../store/accounts.ts'
import { endOneTimeTokens, findOneTimeTokenOwner, spendOneTimeToken } from '../store/one-time-tokens.ts'
import { revokePersonalTokens, revokeSessions } from '../store/sessions.ts'

export const resetPassword =
  (deps: Deps): HandlerOf<typeof identityContract, 'resetPassword'> =>
  async (context, input, fail) => {
    if (isCommonPassword(input.password)) throw failure(errors.password_common)
    const userId = await deps.db.read(context, (query) =>
      findOneTimeTokenOwner(query, 'reset_password', input.token),
    )
    if (userId === undefined) throw fail('identity.token_invalid')
    const passwordHash = await hashPassword(input.password)
    if (!(await reset(deps, context, { userId, token: input.token, passwordHash })))
      throw fail('identity.token_invalid')
    await markChangedSoon(deps, userId)
    // While strangers guess at the account, its person still signs in from here.
    return {
      password_changed: true as const,
      device_token: newDeviceToken(deps.config.IDENTITY_SECRET, userId),
    }
  }

async function reset(
  deps: Deps,
  context: Context,
  { userId, token, passwordHash }: { userId: string; token: string; passwordHash: string },
): Promise<boolean> {
  const audit = await auditOf(deps, context, userId)
  const at = isoTime(deps.clock)
  return deps.db.write(actingFor(context, userId), async (transaction) => {
    const { query } = transaction
    if (!(await spendOneTimeToken(query, 'reset_password', token, at))) return false
    await endOneTimeTokens(query, userId, 'reset_password', at)
    const account = await findAccount(query, userId)
    // Whoever read the mail owns the address.
    const verifiedAt = account?.email_verified_at ?? at
    await updateAccount(query, userId, {
      password_hash: passwordHash,
      email_verified_at: verifiedAt,
      updated_at: at,
    })
    await revokeSessions(transaction, { userId, at })
    await revokePersonalTokens(query, userId, at)
    await requestMail(deps, transaction, {
      template: 'password_changed',
      email: account?.email ?? '',
      userId,
    })
    audit(transaction, { action: 'identity.password.reset', target: `user:${userId}` })
    return true
  })
}

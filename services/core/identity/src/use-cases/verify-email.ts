import { actingFor, type HandlerOf, isoTime } from '@triptych/kernel'
import { auditOf } from '../audit.ts'
import { markChangedSoon } from '../change-marks.ts'
import type { identityContract } from '../contract/contract.ts'
import { events } from '../contract/events.ts'
import type { Deps } from '../deps.ts'
import { updateAccount } from '../store/accounts.ts'
import { findOneTimeTokenOwner, isVerifiedBy, spendOneTimeToken } from '../store/one-time-tokens.ts'

export const verifyEmail =
  (deps: Deps): HandlerOf<typeof identityContract, 'verifyEmail'> =>
  async (context, input, fail) => {
    const userId = await deps.db.read(context, (query) =>
      findOneTimeTokenOwner(query, 'verify_email', input.token),
    )
    if (userId === undefined) throw fail('identity.token_invalid')
    const audit = await auditOf(deps, context, userId)
    const at = isoTime(deps.clock)
    const isVerified = await deps.db.write(actingFor(context, userId), async (transaction) => {
      const isSpent = await spendOneTimeToken(transaction.query, 'verify_email', input.token, at)
      // Only whoever holds the mail knows its token: they may be told again what it has done.
      if (!isSpent) return isVerifiedBy(transaction.query, userId, input.token)
      await updateAccount(transaction.query, userId, { email_verified_at: at, updated_at: at })
      transaction.emit(events.userEmailVerified, { userId })
      audit(transaction, { action: 'identity.email.verified', target: `user:${userId}` })
      return true
    })
    if (!isVerified) throw fail('identity.token_invalid')
    await markChangedSoon(deps, userId)
    return { email_verified: true as const }
  }

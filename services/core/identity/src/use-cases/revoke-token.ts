import { type HandlerOf, isoTime, userIdOf } from '@triptych/kernel'
import { auditOf } from '../audit.ts'
import { markChangedSoon } from '../change-marks.ts'
import type { identityContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'

export const revokeToken =
  (deps: Deps): HandlerOf<typeof identityContract, 'revokeToken'> =>
  async (context, input, fail) => {
    const userId = userIdOf(context.actor) ?? ''
    const audit = await auditOf(deps, context, userId)
    const isRevoked = await deps.db.write(context, async (transaction) => {
      const ended = await transaction.query
        .updateTable('personal_tokens')
        .set({ revoked_at: isoTime(deps.clock) })
        .where('id', '=', input.id)
        .where('user_id', '=', userId)
        .where('revoked_at', 'is', null)
        .returning('id')
        .executeTakeFirst()
      if (ended === undefined) return false
      audit(transaction, {
        action: 'identity.personal_token.revoked',
        target: `personal_token:${input.id}`,
      })
      transaction.remember()
      return true
    })
    if (!isRevoked) throw fail('identity.personal_token_not_found')
    await markChangedSoon(deps, userId)
  }

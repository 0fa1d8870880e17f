import { type HandlerOf, isoTime, userIdOf } from '@triptych/kernel'
import { auditOf } from '../audit.ts'
import { markChangedSoon } from '../change-marks.ts'
import type { identityContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { revokeSessions } from '../store/sessions.ts'

export const revokeSession =
  (deps: Deps): HandlerOf<typeof identityContract, 'revokeSession'> =>
  async (context, input, fail) => {
    const userId = userIdOf(context.actor) ?? ''
    const audit = await auditOf(deps, context, userId)
    const isEnded = await deps.db.write(context, async (transaction) => {
      const count = await revokeSessions(transaction, { userId, at: isoTime(deps.clock), only: input.id })
      if (count === 0) return false
      audit(transaction, { action: 'identity.session.revoked', target: `session:${input.id}` })
      transaction.remember()
      return true
    })
    if (!isEnded) throw fail('identity.session_not_found')
    await markChangedSoon(deps, userId)
  }

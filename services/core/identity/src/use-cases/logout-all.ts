import { type HandlerOf, isoTime, userIdOf } from '@triptych/kernel'
import { auditOf } from '../audit.ts'
import { markChangedSoon } from '../change-marks.ts'
import type { identityContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { revokeSessions } from '../store/sessions.ts'

export const logoutAll =
  (deps: Deps): HandlerOf<typeof identityContract, 'logoutAll'> =>
  async (context) => {
    const userId = userIdOf(context.actor) ?? ''
    const audit = await auditOf(deps, context, userId)
    await deps.db.write(context, async (transaction) => {
      await revokeSessions(transaction, { userId, at: isoTime(deps.clock) })
      audit(transaction, { action: 'identity.session.all_ended', target: `user:${userId}` })
    })
    await markChangedSoon(deps, userId)
  }

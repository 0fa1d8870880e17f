import { type HandlerOf, isoTime } from '@triptych/kernel'
import { auditOf } from '../audit.ts'
import { markChangedSoon } from '../change-marks.ts'
import type { identityContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { revokeSessions } from '../store/sessions.ts'

export const logout =
  (deps: Deps): HandlerOf<typeof identityContract, 'logout'> =>
  async (context) => {
    if (context.actor.kind !== 'user') return
    const { userId, sessionId } = context.actor
    const audit = await auditOf(deps, context, userId)
    await deps.db.write(context, async (transaction) => {
      await revokeSessions(transaction, { userId, at: isoTime(deps.clock), only: sessionId })
      audit(transaction, { action: 'identity.session.ended', target: `session:${sessionId}` })
    })
    await markChangedSoon(deps, userId)
  }

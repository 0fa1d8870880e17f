import { type HandlerOf, isoTime, userIdOf } from '@triptych/kernel'
import { auditOf } from '../audit.ts'
import type { identityContract } from '../contract/contract.ts'
import { events } from '../contract/events.ts'
import type { Deps } from '../deps.ts'

export const withdrawConsent =
  (deps: Deps): HandlerOf<typeof identityContract, 'withdrawConsent'> =>
  async (context, input, fail) => {
    const userId = userIdOf(context.actor) ?? ''
    const audit = await auditOf(deps, context, userId)
    const isWithdrawn = await deps.db.write(context, async (transaction) => {
      const row = await transaction.query
        .updateTable('consents')
        .set({ withdrawn_at: isoTime(deps.clock) })
        .where('id', '=', input.id)
        .where('user_id', '=', userId)
        .where('withdrawn_at', 'is', null)
        .returningAll()
        .executeTakeFirst()
      if (row === undefined) return false
      transaction.emit(events.consentWithdrawn, {
        userId,
        consentId: row.id,
        purpose: row.purpose,
        connector: row.connector ?? '',
        provider: row.provider ?? '',
      })
      audit(transaction, { action: 'identity.consent.withdrawn', target: `consent:${row.id}` })
      transaction.remember()
      return true
    })
    if (!isWithdrawn) throw fail('identity.consent_not_found')
  }

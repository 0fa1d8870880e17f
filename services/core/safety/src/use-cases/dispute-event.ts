import { type HandlerOf, isoTime, userIdOf } from '@triptych/kernel'
import { audit } from '../audit.ts'
import type { safetyContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { excerptCell } from '../open-excerpt.ts'
import { count, lockEvent } from '../store/events.ts'

const excerptMs = 30 * 24 * 3_600_000

export const disputeEvent =
  (deps: Deps): HandlerOf<typeof safetyContract, 'disputeEvent'> =>
  async (context, { id, excerpt }, fail) => {
    const userId = userIdOf(context.actor) ?? ''
    const cipher = excerpt === undefined ? undefined : await deps.ciphers.cipherOf(context, userId)
    const now = deps.clock.now()
    return deps.db.write(context, async (transaction) => {
      const { query, remember } = transaction
      const event = await lockEvent(query, id)
      if (event === undefined) throw fail('safety.event_not_found')
      const disputedAt = event.disputed_at ?? isoTime(deps.clock)
      if (event.disputed_at === null) {
        await count(query, event, 'disputed')
        audit(transaction, deps.clock, { what: 'disputed', eventId: id, userId, actorId: userId })
        deps.metrics.count('triptych_safety_disputes_total', {
          family: event.family,
          severity: event.severity,
        })
      }
      const offered =
        excerpt === undefined || cipher === undefined
          ? {}
          : {
              sealed_excerpt: cipher.encrypt(excerpt, excerptCell(id)),
              excerpt_expires_at: new Date(now + excerptMs).toISOString(),
            }
      await query
        .updateTable('safety_events')
        .set({ disputed_at: disputedAt, ...offered })
        .where('id', '=', id)
        .execute()
      const output = { id, disputed_at: disputedAt }
      remember(output)
      return output
    })
  }

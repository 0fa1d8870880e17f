import { actingFor, type HandlerOf, isoTime, userIdOf } from '@triptych/kernel'
import { audit } from '../audit.ts'
import type { safetyContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { toDto } from '../event-dto.ts'
import { ownerOfEvent } from '../store/events.ts'

export const reviewEvent =
  (deps: Pick<Deps, 'db' | 'clock'>): HandlerOf<typeof safetyContract, 'reviewEvent'> =>
  async (context, { id, review }, fail) => {
    const owner = await deps.db.read(context, (query) => ownerOfEvent(query, id))
    if (owner === undefined) throw fail('safety.event_not_found')
    return deps.db.write(actingFor(context, owner), async (transaction) => {
      const reviewed = await transaction.query
        .updateTable('safety_events')
        .set({ review, reviewed_at: isoTime(deps.clock) })
        .where('id', '=', id)
        .returningAll()
        .executeTakeFirst()
      if (reviewed === undefined) throw fail('safety.event_not_found')
      const actorId = userIdOf(context.actor) ?? ''
      audit(transaction, deps.clock, { what: 'reviewed', eventId: id, userId: owner, actorId })
      const answer = toDto(reviewed)
      transaction.remember(answer)
      return answer
    })
  }

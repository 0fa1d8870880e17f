import { type HandlerOf, isoTime } from '@triptych/kernel'
import type { turnContract } from '../contract/contract.ts'
import { turnDeleted } from '../contract/events.ts'
import type { Deps } from '../deps.ts'

export const deleteTurn =
  (deps: Pick<Deps, 'db' | 'clock'>): HandlerOf<typeof turnContract, 'deleteTurn'> =>
  async (context, { id }, fail) => {
    await deps.db.write(context, async ({ query, emit, remember }) => {
      const gone = await query
        .deleteFrom('turns')
        .where('id', '=', id)
        .returning('user_id')
        .executeTakeFirst()
      if (gone === undefined) throw fail('turn.not_found')
      emit(turnDeleted, { turnId: id, userId: gone.user_id, deletedAt: isoTime(deps.clock) })
      remember()
    })
  }

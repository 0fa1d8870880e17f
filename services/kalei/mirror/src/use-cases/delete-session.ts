import { type HandlerOf, isoTime } from '@triptych/kernel'
import type { mirrorContract } from '../contract/contract.ts'
import { sessionDeleted } from '../contract/events.ts'
import type { Deps } from '../deps.ts'
import { forgetAnswers } from '../store/kept-answers.ts'

/** Messages, fragments, their views and the reflection go with the session's row. */
export const deleteSession =
  (deps: Pick<Deps, 'db' | 'clock'>): HandlerOf<typeof mirrorContract, 'deleteSession'> =>
  async (context, { id }, fail) => {
    await deps.db.write(context, async ({ query, emit, remember }) => {
      const gone = await query
        .deleteFrom('mirror_sessions')
        .where('id', '=', id)
        .returning('user_id')
        .executeTakeFirst()
      if (gone === undefined) throw fail('mirror.session_not_found')
      await forgetAnswers(query)
      emit(sessionDeleted, { sessionId: id, userId: gone.user_id, deletedAt: isoTime(deps.clock) })
      remember()
    })
  }

import { type HandlerOf, isoTime } from '@triptych/kernel'
import type { mirrorContract } from '../contract/contract.ts'
import { messageDeleted } from '../contract/events.ts'
import type { Deps } from '../deps.ts'
import { forgetAnswers } from '../store/kept-answers.ts'
import { dropFragments, findMessage } from '../store/messages.ts'
import { lockSession, touchSession } from '../store/sessions.ts'

/** The words go, and everything that was drawn from them: fragments, their views, the session's reflection. */
export const deleteMessage =
  (deps: Pick<Deps, 'db' | 'clock'>): HandlerOf<typeof mirrorContract, 'deleteMessage'> =>
  async (context, { id }, fail) => {
    await deps.db.write(context, async ({ query, emit, remember }) => {
      const found = await findMessage(query, id)
      if (found === undefined) throw fail('mirror.message_not_found')
      await lockSession(query, found.session_id)
      await dropFragments(query, id)
      await forgetAnswers(query)
      const gone = await query
        .deleteFrom('mirror_messages')
        .where('id', '=', id)
        .returning('status')
        .executeTakeFirst()
      if (gone === undefined) throw fail('mirror.message_not_found')
      await touchSession(query, found.session_id, { forget: true })
      emit(messageDeleted, {
        messageId: id,
        sessionId: found.session_id,
        userId: found.user_id,
        deletedAt: isoTime(deps.clock),
      })
      remember()
    })
  }

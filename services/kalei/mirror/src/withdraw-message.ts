import { type Context, isoTime, userIdOf } from '@triptych/kernel'
import type { TurnedFragmentDto } from './contract/contract.ts'
import { messageWithdrawn } from './contract/events.ts'
import type { Deps } from './deps.ts'
import type { Message } from './domain/message.ts'
import { asCrisis } from './save-message.ts'
import { sealMessage } from './sealed-messages.ts'
import { forgetAnswers } from './store/kept-answers.ts'
import { dropFragments } from './store/messages.ts'
import { lockSession, touchSession } from './store/sessions.ts'

/** A text that was clear when it was written is danger on a later look: it is flagged, and nothing derived stays. */
export async function withdrawMessage(
  deps: Pick<Deps, 'db' | 'ciphers' | 'clock' | 'logger'>,
  context: Context,
  found: { readonly message: Message; readonly answer?: TurnedFragmentDto },
): Promise<void> {
  const { message, answer } = found
  if (message.crisis === null) throw new Error('only a crisis is withdrawn')
  const userId = userIdOf(context.actor) ?? ''
  try {
    const sealed = await sealMessage(deps.ciphers, context, userId, asCrisis(message, message.crisis))
    const { status, sealed_crisis, engine, prompt_version } = sealed.message
    await deps.db.write(context, async ({ query, emit, remember }) => {
      await lockSession(query, message.sessionId)
      await dropFragments(query, message.id)
      await forgetAnswers(query)
      await query
        .updateTable('mirror_messages')
        .set({ status, sealed_crisis, engine, prompt_version })
        .where('id', '=', message.id)
        .execute()
      await touchSession(query, message.sessionId, { forget: true })
      emit(messageWithdrawn, {
        messageId: message.id,
        sessionId: message.sessionId,
        userId,
        withdrawnAt: isoTime(deps.clock),
      })
      if (answer !== undefined) remember(answer)
    })
  } catch (error) {
    // Help goes out even when the flag cannot be kept.
    deps.logger.for(context).error({ error }, 'mirror.crisis_not_kept')
  }
}

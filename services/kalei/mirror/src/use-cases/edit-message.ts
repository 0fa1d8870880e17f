import { type HandlerOf, isoTime, refuseFlood } from '@triptych/kernel'
import { type mirrorContract, requests } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { type Message, toMessageDto } from '../domain/message.ts'
import { analyse, judge } from '../gates.ts'
import { lookAround } from '../look-around.ts'
import { asCrisis, keepCrisis, saveAnalysed } from '../save-message.ts'

/** All gates again for the new words; what was derived from the old ones goes with them. */
export const editMessage =
  (deps: Deps): HandlerOf<typeof mirrorContract, 'editMessage'> =>
  async (context, { id, content }, fail) => {
    const [looked] = await Promise.allSettled([lookAround(deps, context, { messageId: id })])
    const place = looked.status === 'fulfilled' ? looked.value : undefined
    const now = isoTime(deps.clock)
    const draft: Message = {
      id,
      // Help for words that belong nowhere still needs a place in the answer.
      sessionId: place?.session.id ?? deps.newId(),
      content,
      fragments: [],
      crisis: null,
      engine: null,
      promptVersion: null,
      createdAt: place?.message?.created_at ?? now,
      editedAt: now,
    }
    const crisis = await judge(deps, context, { path: 'mirror.edit', content }, place)
    if (crisis !== null) return toMessageDto(await keepCrisis(deps, context, asCrisis(draft, crisis), 'edit'))
    if (looked.status === 'rejected') throw looked.reason
    if (place === undefined) throw fail('mirror.message_not_found')
    if (place.session.closed_at !== null) throw fail('mirror.session_closed')
    await refuseFlood(deps.kv, requests, context)
    const analysed = await analyse(deps, context, draft)
    const { outcome, message } = await saveAnalysed(deps, context, analysed, {
      how: 'edit',
      revision: place.session.revision,
    })
    if (outcome === 'missing') throw fail('mirror.message_not_found')
    if (outcome === 'closed') throw fail('mirror.session_closed')
    return toMessageDto(message)
  }

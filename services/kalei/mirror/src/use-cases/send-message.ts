import { type HandlerOf, isoTime, refuseFlood } from '@triptych/kernel'
import { type mirrorContract, requests } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { type Message, toMessageDto } from '../domain/message.ts'
import { analyse, judge } from '../gates.ts'
import { lookAround } from '../look-around.ts'
import { asCrisis, keepCrisis, saveAnalysed } from '../save-message.ts'

/** The gates in their order. Nothing before the safety check can refuse: not the session, not its absence. */
export const sendMessage =
  (deps: Deps): HandlerOf<typeof mirrorContract, 'sendMessage'> =>
  async (context, { session_id: sessionId, content }, fail) => {
    const draft: Message = {
      id: deps.newId(),
      sessionId,
      content,
      fragments: [],
      crisis: null,
      engine: null,
      promptVersion: null,
      createdAt: isoTime(deps.clock),
      editedAt: null,
    }
    const [looked] = await Promise.allSettled([lookAround(deps, context, { sessionId })])
    const around = looked.status === 'fulfilled' ? looked.value : undefined
    const crisis = await judge(deps, context, { path: 'mirror.message', content }, around)
    if (crisis !== null) return toMessageDto(await keepCrisis(deps, context, asCrisis(draft, crisis), 'new'))
    if (looked.status === 'rejected') throw looked.reason
    if (around === undefined) throw fail('mirror.session_not_found')
    if (around.session.closed_at !== null) throw fail('mirror.session_closed')
    await refuseFlood(deps.kv, requests, context)
    const analysed = await analyse(deps, context, draft)
    const { outcome, message } = await saveAnalysed(deps, context, analysed, {
      how: 'new',
      revision: around.session.revision,
    })
    if (outcome === 'missing') throw fail('mirror.session_not_found')
    if (outcome === 'closed') throw fail('mirror.session_closed')
    return toMessageDto(message)
  }

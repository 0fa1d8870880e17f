import type { HandlerOf } from '@triptych/kernel'
import type { mirrorContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { countByType, toMessageDto } from '../domain/message.ts'
import { toSessionDto } from '../domain/session.ts'
import { openMessages } from '../sealed-messages.ts'
import { openEnding } from '../sealed-reflections.ts'
import { messagesOf, withFragments } from '../store/messages.ts'
import { findSession } from '../store/sessions.ts'

export const getSession =
  (deps: Pick<Deps, 'db' | 'ciphers'>): HandlerOf<typeof mirrorContract, 'getSession'> =>
  async (context, { id }, fail) => {
    const found = await deps.db.read(context, async (query) => {
      const session = await findSession(query, id)
      if (session === undefined) return undefined
      return { session, stored: await withFragments(query, await messagesOf(query, id)) }
    })
    if (found === undefined) throw fail('mirror.session_not_found')
    const messages = await openMessages(deps.ciphers, context, found.stored)
    const ending = await openEnding(deps.ciphers, context, found.session)
    const fragmentsByType = countByType(messages.flatMap(({ fragments }) => fragments))
    return {
      ...toSessionDto(found.session, { messages: messages.length, fragmentsByType }),
      reflection: ending?.reflection.text ?? null,
      items: messages.map(toMessageDto),
    }
  }

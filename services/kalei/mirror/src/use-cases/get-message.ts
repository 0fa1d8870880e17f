import type { HandlerOf } from '@triptych/kernel'
import type { mirrorContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { toMessageDto } from '../domain/message.ts'
import { openMessages } from '../sealed-messages.ts'
import { findMessage, withFragments } from '../store/messages.ts'

export const getMessage =
  (deps: Pick<Deps, 'db' | 'ciphers'>): HandlerOf<typeof mirrorContract, 'getMessage'> =>
  async (context, { id }, fail) => {
    const stored = await deps.db.read(context, async (query) => {
      const row = await findMessage(query, id)
      return withFragments(query, row === undefined ? [] : [row])
    })
    const [message] = await openMessages(deps.ciphers, context, stored)
    if (message === undefined) throw fail('mirror.message_not_found')
    return toMessageDto(message)
  }

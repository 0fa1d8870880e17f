import { type HandlerOf, toPage, userIdOf } from '@triptych/kernel'
import type { turnContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { toDto } from '../domain/turn.ts'
import { openTurns } from '../sealed-turns.ts'
import { listTurns as listRows } from '../store/turns.ts'

export const listTurns =
  (deps: Pick<Deps, 'db' | 'ciphers'>): HandlerOf<typeof turnContract, 'listTurns'> =>
  async (context, { limit, cursor, saved }) => {
    const userId = userIdOf(context.actor) ?? ''
    const rows = await deps.db.read(context, (query) => listRows(query, userId, { limit, cursor, saved }))
    const page = toPage(rows, limit)
    return { ...page, items: (await openTurns(deps.ciphers, context, page.items)).map(toDto) }
  }

import { type HandlerOf, toPage, userIdOf } from '@triptych/kernel'
import type { identityContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'

export const listSessions =
  (deps: Deps): HandlerOf<typeof identityContract, 'listSessions'> =>
  async (context, input) => {
    const userId = userIdOf(context.actor) ?? ''
    const rows = await deps.db.read(context, (query) => {
      const open = query
        .selectFrom('sessions')
        .select(['id', 'user_agent', 'ip', 'created_at', 'last_used_at'])
        .where('user_id', '=', userId)
        .where('revoked_at', 'is', null)
        .orderBy('id', 'desc')
        .limit(input.limit + 1)
      return (input.cursor === undefined ? open : open.where('id', '<', input.cursor)).execute()
    })
    const current = context.actor.kind === 'user' ? context.actor.sessionId : undefined
    const page = toPage(rows, input.limit)
    return { ...page, items: page.items.map((row) => ({ ...row, current: row.id === current })) }
  }

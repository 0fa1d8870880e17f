import { type HandlerOf, toPage, userIdOf } from '@triptych/kernel'
import type { identityContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { consentOf } from '../store/consents.ts'

export const listConsents =
  (deps: Deps): HandlerOf<typeof identityContract, 'listConsents'> =>
  async (context, input) => {
    const rows = await deps.db.read(context, (query) => {
      let select = query
        .selectFrom('consents')
        .selectAll()
        .where('user_id', '=', userIdOf(context.actor) ?? '')
      if (input.in_force) select = select.where('withdrawn_at', 'is', null)
      if (input.cursor !== undefined) select = select.where('id', '<', input.cursor)
      return select
        .orderBy('id', 'desc')
        .limit(input.limit + 1)
        .execute()
    })
    const page = toPage(rows, input.limit)
    return { ...page, items: page.items.map(consentOf) }
  }

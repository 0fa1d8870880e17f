import { type HandlerOf, toPage, userIdOf } from '@triptych/kernel'
import type { mirrorContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { toSessionDto } from '../domain/session.ts'
import { countsOf, listSessions as listRows } from '../store/sessions.ts'

export const listSessions =
  (deps: Pick<Deps, 'db'>): HandlerOf<typeof mirrorContract, 'listSessions'> =>
  async (context, { limit, cursor }) => {
    const userId = userIdOf(context.actor) ?? ''
    return deps.db.read(context, async (query) => {
      const page = toPage(await listRows(query, userId, { limit, cursor }), limit)
      const counts = await countsOf(
        query,
        page.items.map(({ id }) => id),
      )
      return { ...page, items: page.items.map((row) => toSessionDto(row, counts(row.id))) }
    })
  }

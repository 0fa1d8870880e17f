import { type HandlerOf, toPage } from '@triptych/kernel'
import type { safetyContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { toDto } from '../event-dto.ts'
import { openExcerpt } from '../open-excerpt.ts'
import { eventsForReview } from '../store/events.ts'

export const listEvents =
  (deps: Pick<Deps, 'db' | 'ciphers' | 'clock'>): HandlerOf<typeof safetyContract, 'listEvents'> =>
  async (context, { limit, cursor, review, family }) => {
    const rows = await deps.db.read(context, (query) =>
      eventsForReview(query, { limit, cursor, review, family }),
    )
    const page = toPage(rows, limit)
    const items = await Promise.all(
      page.items.map(async (row) => ({ ...toDto(row), excerpt: await openExcerpt(deps, context, row) })),
    )
    return { items, next_cursor: page.next_cursor }
  }

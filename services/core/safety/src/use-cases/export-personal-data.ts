import { actingFor, type HandlerOf } from '@triptych/kernel'
import type { safetyContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { toDto } from '../event-dto.ts'
import { openExcerpt } from '../open-excerpt.ts'

/** Every event, with the excerpt that the person offered while it is kept. */
export const exportPersonalData =
  (deps: Pick<Deps, 'db' | 'ciphers' | 'clock'>): HandlerOf<typeof safetyContract, 'exportPersonalData'> =>
  async (context, { user_id: userId }) => {
    const rows = await deps.db.read(actingFor(context, userId), (query) =>
      query.selectFrom('safety_events').selectAll().orderBy('created_at').execute(),
    )
    const items = await Promise.all(
      rows.map(async (row) => ({ ...toDto(row), excerpt: await openExcerpt(deps, context, row) })),
    )
    return { sections: [{ name: 'safety_events', items }] }
  }

import { actingFor, type Context, isoTime } from '@triptych/kernel'
import { sql } from 'kysely'
import { archiveLifeMs, archivePrefix } from './archive/kept-archives.ts'
import type { Deps } from './deps.ts'

/** Archives after a day, receipts after thirty. Archives go by the store's own clock, also those without a row. */
export const forgetExpired =
  (deps: Pick<Deps, 'db' | 'clock' | 'storage'>) =>
  async (context: Context): Promise<void> => {
    const now = isoTime(deps.clock)
    for await (const key of deps.storage.list(archivePrefix)) {
      const found = await deps.storage.head(key)
      if (found !== null && deps.clock.now() - found.storedAt >= archiveLifeMs) await deps.storage.delete(key)
    }
    await deps.db.write(actingFor(context), async ({ query }) => {
      await sql`select delete_archives(${now})`.execute(query)
      const gone = await query
        .deleteFrom('receipts')
        .where('readable_until', '<=', now)
        .where('id', 'not in', query.selectFrom('erasures').select('id'))
        .returning('id')
        .execute()
      if (gone.length === 0) return
      const ids = gone.map(({ id }) => id)
      await query.deleteFrom('receipt_services').where('receipt_id', 'in', ids).execute()
    })
  }

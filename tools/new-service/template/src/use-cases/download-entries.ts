import { failure, type HandlerOf, requestErrors, userIdOf } from '@triptych/kernel'
import type { __camel__Contract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { toCsv } from '../domain/entries.ts'
import { entriesOf } from '../store/entries.ts'

export const downloadEntries =
  ({ db, timeZones }: Deps): HandlerOf<typeof __camel__Contract, 'downloadEntries'> =>
  async (context) => {
    const userId = userIdOf(context.actor)
    if (userId === undefined) throw failure(requestErrors.unauthenticated)
    const timeZone = await timeZones.of(context, userId)
    const rows = await db.read(context, (query) => entriesOf(query, userId))
    const entries = rows.map(({ label, created_at: createdAt }) => ({ label, createdAt }))
    return { csv: toCsv(entries, timeZone) }
  }

import { type HandlerOf, toPage } from '@triptych/kernel'
import type { recommenderContract } from '../contract/contract.ts'
import { logLine } from '../decision-log.ts'
import type { Deps } from '../deps.ts'
import { readLog } from '../store/log.ts'

export const listDecisions =
  ({ db }: Pick<Deps, 'db'>): HandlerOf<typeof recommenderContract, 'listDecisions'> =>
  async (context, { cursor, limit, from, to }) => {
    const rows = await db.readOne(context, (query) =>
      readLog(query, { from, to, before: cursor, most: limit + 1 }),
    )
    return toPage(rows.map(logLine), limit)
  }

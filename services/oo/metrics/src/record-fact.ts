import type { Transaction } from '@triptych/db'
import { count } from './store/counters.ts'
import type { FactRow, MetricsTables } from './store/tables.ts'

/** Keeps a fact and counts it; a fact that is there already is left as it is. */
export async function recordFact({ query }: Transaction<MetricsTables>, fact: FactRow): Promise<void> {
  const { numInsertedOrUpdatedRows: isNew } = await query
    .insertInto('facts')
    .values(fact)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  if (isNew === 1n) await count(query, [fact], 1)
}

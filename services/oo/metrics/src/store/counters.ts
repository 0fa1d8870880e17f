import type { Kysely } from 'kysely'
import { counterOf } from '../domain/counter.ts'
import type { FactRow, MetricsTables } from './tables.ts'

type Query = Kysely<MetricsTables>

/** Adds facts to the counters of their days, or takes them out again. */
export async function count(query: Query, facts: readonly FactRow[], step: 1 | -1): Promise<void> {
  const steps = new Map<string, { day: string; name: string; value: number }>()
  for (const fact of facts) {
    const [day, name] = [fact.local_day, counterOf(fact)]
    const key = `${day} ${name}`
    steps.set(key, { day, name, value: (steps.get(key)?.value ?? 0) + step })
  }
  // In one order everywhere, so that two writers never wait for each other in a circle.
  const rows = [...steps.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
  for (const row of rows) {
    await query
      .insertInto('counters')
      .values(row)
      .onConflict((conflict) =>
        conflict
          .columns(['day', 'name'])
          .doUpdateSet((eb) => ({ value: eb('counters.value', '+', row.value) })),
      )
      .execute()
  }
}

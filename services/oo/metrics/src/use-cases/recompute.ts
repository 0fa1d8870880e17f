import type { HandlerOf } from '@triptych/kernel'
import { sql } from 'kysely'
import type { metricsContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'

/** Counts everything again in one transaction; what differed is put right and said. */
export const recompute =
  ({ db }: Pick<Deps, 'db'>): HandlerOf<typeof metricsContract, 'recompute'> =>
  (context) =>
    db.write(context, async ({ query, remember }) => {
      // Nobody may count between our reading of the facts and of the counters.
      await sql`lock table counters in share row exclusive mode`.execute(query)
      const fresh = await sql<{
        day: string
        name: string
        value: number
      }>`select * from count_again()`.execute(query)
      const kept = await query.selectFrom('counters').selectAll().execute()
      const wanted = new Map(fresh.rows.map((row) => [`${row.day} ${row.name}`, row]))
      const known = new Map(kept.map((row) => [`${row.day} ${row.name}`, row]))
      const wrong = [...wanted].filter(([key, { value }]) => known.get(key)?.value !== value)
      const left = [...known].filter(([key, { value }]) => value !== 0 && !wanted.has(key))
      for (const [, row] of wrong) {
        await query
          .insertInto('counters')
          .values(row)
          .onConflict((conflict) => conflict.columns(['day', 'name']).doUpdateSet({ value: row.value }))
          .execute()
      }
      for (const [, { day, name }] of left) {
        await query.deleteFrom('counters').where('day', '=', day).where('name', '=', name).execute()
      }
      const people = await sql<{ people: number }>`select people_in_facts() as people`.execute(query)
      const answer = {
        days: new Set(fresh.rows.map(({ day }) => day)).size,
        people: people.rows[0]?.people ?? 0,
        differences: wrong.length + left.length,
      }
      remember(answer)
      return answer
    })

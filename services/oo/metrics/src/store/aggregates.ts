import { type Kysely, sql } from 'kysely'
import type { MetricsTables } from './tables.ts'

type Query = Kysely<MetricsTables>

export interface Days {
  readonly from: string
  readonly to: string
}

/** Sums over everybody, through functions that give nothing else. */
export async function readAggregates(query: Query, { from, to }: Days) {
  const rows = async <Row>(statement: ReturnType<typeof sql<Row>>): Promise<Row[]> =>
    (await statement.execute(query)).rows
  const [activation] = await rows(
    sql<{ new_people: number; activated: number }>`select * from activation(${from}::date, ${to}::date)`,
  )
  const firstReactions = await rows(
    sql<{ reaction: string; people: number }>`select * from first_reactions(${from}::date, ${to}::date)`,
  )
  const [dwell] = await rows(
    sql<{
      median: number | null
      p90: number | null
      tips: number
    }>`select * from dwell(${from}::date, ${to}::date)`,
  )
  const retainedAfter = async (days: number) => {
    const [found] = await rows(
      sql<{
        cohort: number
        came_back: number
      }>`select * from retained(${from}::date, ${to}::date, ${days}::integer)`,
    )
    return { count: found?.came_back ?? 0, of: found?.cohort ?? 0 }
  }
  const active = await rows(
    sql<{ day: string; people: number }>`select * from active_people(${from}::date, ${to}::date)`,
  )
  const [last] = await rows(sql<{ at: string | null }>`select last_fact() as at`)
  const counters = await query
    .selectFrom('counters')
    .selectAll()
    .where('day', '>=', from)
    .where('day', '<=', to)
    .execute()
  return {
    newPeople: activation?.new_people ?? 0,
    activated: activation?.activated ?? 0,
    firstReactions,
    dwell: dwell ?? { median: null, p90: null, tips: 0 },
    d1: await retainedAfter(1),
    d7: await retainedAfter(7),
    active,
    counters,
    lastAt: last?.at ?? null,
  }
}

import { schemaOf } from '@triptych/db'
import type pg from 'pg'

export interface Work {
  readonly module: string
  readonly outbox: boolean
  /** When the next delivery falls due, ISO 8601 UTC; it may lie in the past. */
  readonly next_due: string | null
}

/** One query over all modules: where is something to do, and when. */
export async function findWork(client: pg.PoolClient, modules: readonly string[]): Promise<Work[]> {
  if (modules.length === 0) return []
  const parts = modules.map((module) => {
    const schema = schemaOf(module)
    return `select '${module}' as module, exists (select from ${schema}.outbox) as outbox,
      (select min(next_attempt_at) from ${schema}.inbox where state = 'pending') as next_due`
  })
  return (await client.query<Work>(parts.join(' union all '))).rows
}

/** How far behind a module is. */
export interface Backlog {
  readonly module: string
  /** Events not yet relayed. */
  readonly outbox: number
  /** Deliveries not yet handled, those that wait for another attempt among them. */
  readonly pending: number
  readonly dead: number
  /** Age of the oldest event that has not taken effect, in ms; 0 when there is none. */
  readonly oldestMs: number
}

export async function measureBacklog(
  client: pg.PoolClient,
  modules: readonly string[],
  now: number,
): Promise<Backlog[]> {
  if (modules.length === 0) return []
  const parts = modules.map((module) => {
    const [outbox, inbox] = [`${schemaOf(module)}.outbox`, `${schemaOf(module)}.inbox`]
    return `select '${module}' as module, (select count(*) from ${outbox}) as outbox,
      (select count(*) from ${inbox} where state = 'pending') as pending,
      (select count(*) from ${inbox} where state = 'dead') as dead,
      least((select min(occurred_at) from ${outbox}),
            (select min(occurred_at) from ${inbox} where state = 'pending')) as oldest`
  })
  const { rows } = await client.query<Omit<Backlog, 'oldestMs'> & { oldest: string | null }>(
    parts.join(' union all '),
  )
  return rows.map(({ oldest, ...row }) => ({
    ...row,
    oldestMs: oldest === null ? 0 : Math.max(0, now - Date.parse(oldest)),
  }))
}

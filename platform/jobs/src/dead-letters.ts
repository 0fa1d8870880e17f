import { type Database, withClient } from '@triptych/db'
import type { PgBoss } from 'pg-boss'
import { deadQueue } from './names.ts'

/** A job that failed for the last time. */
export interface DeadJob {
  readonly id: string
  readonly job: string
  /** References, as every payload. */
  readonly payload: unknown
  /** A code, never a sentence. */
  readonly error: string
  /** Attempts made. */
  readonly attempts: number
  /** ISO 8601 UTC. */
  readonly diedAt: string
}

export interface DeadJobs {
  /** Oldest first, at most `limit` (100 unless said), from behind `after`: when the last one died, and `job.id`. */
  list(options?: {
    readonly job?: string
    readonly limit?: number
    readonly after?: { readonly at: string; readonly key: string }
  }): Promise<readonly DeadJob[]>
  /** Sends dead jobs again with all their attempts: those named, or all of one job. Returns how many. */
  replay(which: { readonly job: string; readonly ids?: readonly string[] }): Promise<number>
}

const listedUnlessSaid = 100

export function createDeadJobs(options: {
  readonly database: Database
  readonly boss: PgBoss
  readonly replayed: () => void
}): DeadJobs {
  return {
    list: ({ job, limit = listedUnlessSaid, after } = {}) =>
      withClient(options.database, async (client) => {
        const { rows } = await client.query<DeadJob>(
          `select id, source_name as job, data -> 'input' as payload,
                  coalesce(source_output ->> 'code', 'unknown') as error,
                  coalesce(source_retry_count, 0) + 1 as attempts, created_on as "diedAt"
             from (select *, date_trunc('milliseconds', created_on) as at,
                          concat_ws('.', source_name, id) collate "C" as key
                     from jobs.job_common
                    where name = '${deadQueue}' and state = 'created') as dead
            where ($1::text is null or source_name = $1) and ($3::timestamptz is null or (at, key) > ($3, $4))
            order by at, key limit $2`,
          [job ?? null, limit, after?.at ?? null, after?.key ?? null],
        )
        return rows
      }),
    async replay({ job, ids }) {
      const count = await options.boss.redrive(deadQueue, {
        sourceName: job,
        ...(ids === undefined ? {} : { ids: [...ids] }),
      })
      if (count > 0) options.replayed()
      return count
    },
  }
}

import { type Database, withClient } from '@triptych/db'
import { deadQueue } from './names.ts'

/** How far behind a job is. */
export interface JobBacklog {
  readonly job: string
  /** Due and not started. */
  readonly waiting: number
  readonly dead: number
}

/** One query over all jobs; those without a row have nothing that waits. */
export async function measureBacklog(database: Database, jobs: readonly string[]): Promise<JobBacklog[]> {
  const rows = await withClient(
    database,
    async (client) =>
      (
        await client.query<JobBacklog>(
          `select job, count(*) filter (where not is_dead and start_after <= now())::integer as waiting,
                  count(*) filter (where is_dead)::integer as dead
             from (select coalesce(source_name, name) as job, name = '${deadQueue}' as is_dead, start_after
                     from jobs.job_common where state < 'active') as open
            where job = any($1) group by job`,
          [jobs],
        )
      ).rows,
  )
  const found = new Map(rows.map((row) => [row.job, row]))
  return jobs.map((job) => found.get(job) ?? { job, waiting: 0, dead: 0 })
}

import type pg from 'pg'
import type { Db } from 'pg-boss'
import type { Envelope } from './job.ts'
import { nextRun } from './next-run.ts'

/** One schedule of a job: `key` tells the schedules of a job apart, such as a person's id. */
export interface Recurrence {
  readonly job: string
  readonly key: string
  readonly cron: string
  /** IANA name, such as `Europe/Berlin`. */
  readonly zone: string
  readonly payload: Envelope
}

/** Sets a schedule. Set again unchanged, it keeps its next run, so that a restart skips none. */
export async function setRecurrence(db: Db, recurrence: Recurrence, now: number): Promise<void> {
  const { job, key, cron, zone, payload } = recurrence
  await db.executeSql(
    `insert into jobs.recurring as r (job, key, cron, zone, payload, user_id, next_run_at)
     values ($1, $2, $3, $4, $5::jsonb, $6::uuid, $7::timestamptz)
     on conflict (job, key) do update set cron = excluded.cron, zone = excluded.zone,
       payload = excluded.payload, user_id = excluded.user_id,
       next_run_at = case when r.cron = excluded.cron and r.zone = excluded.zone
                          then r.next_run_at else excluded.next_run_at end`,
    [job, key, cron, zone, JSON.stringify(payload), payload.user_id ?? null, isoOf(nextRun(cron, zone, now))],
  )
}

export async function dropRecurrence(db: Db, job: string, key: string): Promise<void> {
  await db.executeSql('delete from jobs.recurring where job = $1 and key = $2', [job, key])
}

export interface DueRow {
  readonly job: string
  readonly key: string
  readonly cron: string
  readonly zone: string
  readonly payload: Envelope
}

/** Takes schedules that are due and moves each to its next run. Replicas skip what another holds. */
export async function takeDue(
  client: pg.PoolClient,
  options: { readonly jobs: readonly string[]; readonly now: number; readonly limit: number },
): Promise<DueRow[]> {
  const { rows } = await client.query<DueRow>(
    `select job, key, cron, zone, payload from jobs.recurring
      where next_run_at <= $1 and job = any($2)
      order by next_run_at limit $3 for update skip locked`,
    [isoOf(options.now), options.jobs, options.limit],
  )
  if (rows.length === 0) return rows
  await client.query(
    `update jobs.recurring r set next_run_at = moved.at
       from unnest($1::text[], $2::text[], $3::timestamptz[]) as moved (job, key, at)
      where r.job = moved.job and r.key = moved.key`,
    [
      rows.map((row) => row.job),
      rows.map((row) => row.key),
      rows.map((row) => isoOf(nextRun(row.cron, row.zone, options.now))),
    ],
  )
  return rows
}

const isoOf = (time: number): string => new Date(time).toISOString()

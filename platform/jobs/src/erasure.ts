import { type Database, withClient } from '@triptych/db'

/** Erases what waits for, or is kept of, a person: schedules, jobs, dead jobs. What runs is left to end. */
export const removePerson = (database: Database, userId: string): Promise<number> =>
  withClient(database, async (client) => {
    await client.query('begin')
    const schedules = await client.query('delete from jobs.recurring where user_id = $1', [userId])
    const jobs = await client.query(
      `delete from jobs.job_common where data ->> 'user_id' = $1 and state <> 'active'`,
      [userId],
    )
    await client.query('commit')
    return (schedules.rowCount ?? 0) + (jobs.rowCount ?? 0)
  })

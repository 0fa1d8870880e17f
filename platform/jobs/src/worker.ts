import { type Database, withClient } from '@triptych/db'
import { attempt, type AttemptOptions } from './attempt.ts'

export interface JobWorker {
  /** A job may be due. */
  nudge(): void
  /** Resolves when nothing runs here. */
  drained(): Promise<void>
  /** How many jobs it has begun. */
  begun(): number
  /** Whether a job of this process is due now, by the database's clock. */
  hasDue(): Promise<boolean>
  /** Begins nothing new and waits for what runs. */
  stop(): Promise<void>
}

export interface JobWorkerOptions extends AttemptOptions {
  readonly database: Database
  /** Jobs that run at once in this process. */
  readonly concurrency: number
}

interface Status {
  wanted: boolean
  stopping: boolean
  pumping: Promise<void> | undefined
  begun: number
}

/** Runs due jobs, looking for all kinds with one query; fetching is the queue's, so each job goes to one process. */
export function createJobWorker(options: JobWorkerOptions): JobWorker {
  const { boss, concurrency, observer } = options
  const running = new Set<Promise<void>>()
  const status: Status = { wanted: false, stopping: false, pumping: undefined, begun: 0 }

  function begin(work: Promise<void>): void {
    status.begun += 1
    const task: Promise<void> = work
      // The job expires in the queue and is tried again.
      .catch((error: unknown) => observer.stalled?.({ part: 'queue', error }))
      .finally(() => {
        running.delete(task)
        nudge()
      })
    running.add(task)
  }

  async function fetchSome(): Promise<void> {
    for (const name of await dueJobs(options)) {
      const free = concurrency - running.size
      if (free <= 0 || status.stopping) return
      for (const job of await boss.fetch(name, { batchSize: free, includeMetadata: true })) {
        begin(attempt(options, job))
      }
    }
  }

  async function pump(): Promise<void> {
    while (status.wanted && !status.stopping && running.size < concurrency) {
      status.wanted = false
      try {
        await fetchSome()
      } catch (error) {
        observer.stalled?.({ part: 'poll', error })
      }
    }
  }

  function nudge(): void {
    status.wanted = true
    if (status.pumping !== undefined || status.stopping || running.size >= concurrency) return
    status.pumping = pump().finally(() => {
      status.pumping = undefined
      if (status.wanted) nudge()
    })
  }

  async function drained(): Promise<void> {
    while (status.pumping !== undefined || running.size > 0) {
      await status.pumping
      await Promise.all(running)
    }
  }

  return {
    nudge,
    drained,
    begun: () => status.begun,
    hasDue: async () => (await dueJobs(options)).length > 0,
    async stop() {
      status.stopping = true
      await drained()
    },
  }
}

/** The kinds of job that have one due, the longest waiting first. */
const dueJobs = ({ database, registered }: JobWorkerOptions): Promise<string[]> =>
  withClient(database, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select name from jobs.job_common
        where name = any($1) and state < 'active' and not blocked and start_after <= jobs.job_now()
        group by name order by min(start_after)`,
      [[...registered.keys()]],
    )
    return rows.map((row) => row.name)
  })

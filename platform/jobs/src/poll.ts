import { type Database, withClient } from '@triptych/db'
import type { Clock, NewId } from '@triptych/kernel'
import type { PgBoss } from 'pg-boss'
import type { Registered } from './attempt.ts'
import { clientAsDb } from './connection.ts'
import type { JobsObserver } from './observer.ts'
import { takeDue } from './recurring.ts'
import { sendJob } from './sending.ts'

export interface Poll {
  /** Sends what schedules ask for by now, and wakes the worker. */
  look(): Promise<void>
  start(): void
  stop(): Promise<void>
}

export interface PollOptions {
  readonly database: Database
  readonly boss: PgBoss
  readonly clock: Clock
  readonly newId: NewId
  readonly observer: JobsObserver
  readonly registered: ReadonlyMap<string, Registered>
  readonly everyMs: number
  readonly nudge: () => void
}

const batchSize = 200

export function createPoll(options: PollOptions): Poll {
  let timer: NodeJS.Timeout | undefined
  let looking: Promise<void> = Promise.resolve()
  const status = { stopped: false }

  async function lookOnce(): Promise<void> {
    try {
      while ((await sendDue(options)) === batchSize && !status.stopped);
    } catch (error) {
      options.observer.stalled?.({ part: 'schedule', error })
    }
    options.nudge()
  }

  /** One after the other: whoever asks then also knows what an earlier look has taken up. */
  function look(): Promise<void> {
    looking = looking.then(lookOnce)
    return looking
  }

  function schedule(): void {
    timer = setTimeout(() => {
      void look().finally(() => {
        if (!status.stopped) schedule()
      })
    }, options.everyMs)
  }

  return {
    look,
    start: schedule,
    async stop() {
      status.stopped = true
      clearTimeout(timer)
      await looking
    },
  }
}

/** One transaction: the jobs are there and the schedules have moved on, or neither. */
const sendDue = (options: PollOptions): Promise<number> =>
  withClient(options.database, async (client) => {
    await client.query('begin')
    const { boss, newId } = options
    const jobs = [...options.registered.keys()]
    const due = await takeDue(client, { jobs, now: options.clock.now(), limit: batchSize })
    for (const { job, key, payload } of due) {
      const through = { boss, db: clientAsDb(client), newId }
      // A run that still waits makes this one unneeded.
      await sendJob(through, { name: job }, payload, { singletonKey: `recurring:${key}` })
    }
    await client.query('commit')
    return due.length
  })

import { type Database, relayTransaction } from '@triptych/db'
import type { Clock } from '@triptych/kernel'
import { findWork } from './backlog.ts'
import type { BusObserver } from './observer.ts'

/** What one look at the database saw. */
export interface Sighting {
  readonly found: boolean
  /** Epoch ms at which the next waiting attempt falls due. */
  readonly nextDue: number | undefined
}

export interface Poll {
  lookForWork(): Promise<Sighting>
  start(): void
  /** Ends after the look that is under way. */
  stop(): Promise<void>
}

export interface PollOptions {
  readonly database: Database
  readonly clock: Clock
  readonly observer: BusObserver
  readonly everyMs: number
  readonly modules: () => readonly string[]
  readonly onOutbox: (module: string) => void
  readonly onDue: (module: string) => void
}

/** Finds the work that nobody in this process announced: retries, other processes' events, lost nudges. */
export function createPoll(options: PollOptions): Poll {
  let timer: NodeJS.Timeout | undefined
  let looking: Promise<void> | undefined
  let stopped = false

  async function lookForWork(): Promise<Sighting> {
    const now = options.clock.now()
    const work = await relayTransaction(options.database, (client) => findWork(client, options.modules()))
    let found = false
    let nextDue: number | undefined
    for (const { module, outbox, next_due: due } of work) {
      const dueAt = due === null ? Infinity : Date.parse(due)
      if (outbox) options.onOutbox(module)
      if (dueAt <= now) options.onDue(module)
      else if (dueAt < (nextDue ?? Infinity)) nextDue = dueAt
      found ||= outbox || dueAt <= now
    }
    return { found, nextDue }
  }

  async function look(): Promise<void> {
    try {
      await lookForWork()
    } catch (error) {
      options.observer.stalled?.({ part: 'poll', error })
    }
    if (!stopped) schedule()
  }

  function schedule(): void {
    timer = setTimeout(() => {
      looking = look()
    }, options.everyMs)
  }

  return {
    lookForWork,
    start: schedule,
    async stop() {
      stopped = true
      clearTimeout(timer)
      await looking
    },
  }
}

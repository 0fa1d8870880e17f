import { type Database, relayTransaction } from '@triptych/db'
import { type Clock, isoTime } from '@triptych/kernel'
import { type Backlog, measureBacklog } from './backlog.ts'
import type { DeadLetter, DeadLetterPosition } from './event-row.ts'
import { listDead, pruneHandled, revive } from './inbox.ts'

export interface DeadLetters {
  /** Oldest first, at most `limit` (100 unless said) of each module, from behind `after`. */
  list(options?: {
    readonly module?: string
    readonly limit?: number
    readonly after?: DeadLetterPosition
  }): Promise<readonly DeadLetter[]>
  /** Makes dead deliveries of a module due again: one, those of one consumer, or all. Returns how many. */
  replay(which: ReplayChoice): Promise<number>
}

export interface ReplayChoice {
  readonly module: string
  readonly eventId?: string
  readonly consumer?: string
}

/** What operators and the nightly jobs do with inboxes. */
export interface Upkeep {
  readonly deadLetters: DeadLetters
  /** Deletes handled deliveries older than a week (as long as a stream may repeat them); returns how many. */
  prune(): Promise<number>
  backlog(): Promise<readonly Backlog[]>
}

const keptMs = 7 * 24 * 3_600_000
const listedUnlessSaid = 100

export function createUpkeep(options: {
  readonly database: Database
  readonly clock: Clock
  readonly modules: () => readonly string[]
  /** Those of other processes too. */
  readonly everywhere: () => readonly string[]
  readonly onDue: (module: string) => void
}): Upkeep {
  const { database, clock, modules, everywhere } = options
  return {
    deadLetters: {
      list: ({ module, limit = listedUnlessSaid, after } = {}) =>
        relayTransaction(database, async (client) => {
          const page = { limit, ...(after === undefined ? {} : { after }) }
          const found: DeadLetter[] = []
          for (const name of module === undefined ? everywhere() : [module]) {
            found.push(...(await listDead(client, name, page)))
          }
          return found
        }),
      async replay({ module, ...which }) {
        if (!everywhere().includes(module)) return 0
        const now = isoTime(clock)
        const count = await relayTransaction(database, (client) => revive(client, module, { ...which, now }))
        if (count > 0) options.onDue(module)
        return count
      },
    },
    prune: () =>
      relayTransaction(database, async (client) => {
        const before = new Date(clock.now() - keptMs).toISOString()
        let count = 0
        for (const name of modules()) count += await pruneHandled(client, name, before)
        return count
      }),
    backlog: () => relayTransaction(database, (client) => measureBacklog(client, modules(), clock.now())),
  }
}

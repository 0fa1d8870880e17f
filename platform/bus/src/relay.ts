import { setTimeout as pause } from 'node:timers/promises'
import { type Database, relayTransaction } from '@triptych/db'
import type { BusObserver } from './observer.ts'
import { takeFromOutbox } from './outbox.ts'
import type { Transport } from './transport.ts'

export interface Relay {
  /** Something was emitted by this module. */
  nudge(module: string): void
  /** Resolves when nothing that was nudged for is left to do, or the last attempt failed. */
  drained(): Promise<void>
  /** How many times it set out. */
  begun(): number
  /** Ends after the batch that is on its way. */
  stop(): Promise<void>
}

export interface RelayOptions {
  readonly database: Database
  readonly transport: Transport
  readonly observer: BusObserver
  readonly batchSize: number
  readonly arrived: (module: string) => void
}

/** Under load many writes share one batch: their events wait this long for each other. */
const gatherMs = 5

/** Moves outbox rows to the transport, oldest first, one batch a transaction. Replicas skip each other's batches. */
export function createRelay(options: RelayOptions): Relay {
  const waiting = new Set<string>()
  let running: Promise<void> | undefined
  const status = { stopping: false, begun: 0 }

  async function moveBatch(module: string): Promise<number> {
    const { count, reached } = await relayTransaction(options.database, async (client) => {
      const events = await takeFromOutbox(client, module, options.batchSize)
      if (events.length === 0) return { count: 0, reached: [] }
      return { count: events.length, reached: await options.transport.deliver(events, client) }
    })
    if (count > 0) options.observer.published?.({ module, count })
    for (const name of reached) options.arrived(name)
    return count
  }

  async function run(): Promise<void> {
    status.begun += 1
    for (let next = first(waiting); next !== undefined && !status.stopping; next = first(waiting)) {
      await pause(gatherMs)
      waiting.delete(next)
      try {
        if ((await moveBatch(next)) === options.batchSize) waiting.add(next)
      } catch (error) {
        // The poll nudges again; the batch is still in its outbox.
        options.observer.stalled?.({ part: 'relay', error })
      }
    }
    running = undefined
  }

  return {
    nudge(module) {
      if (status.stopping) return
      waiting.add(module)
      running ??= run()
    },
    drained: async () => running,
    begun: () => status.begun,
    stop: async () => {
      status.stopping = true
      await running
    },
  }
}

const first = (names: ReadonlySet<string>): string | undefined => names.values().next().value

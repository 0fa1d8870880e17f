import { type Database, type ModuleDatabase, relayTransaction } from '@triptych/db'
import { type Clock, isoTime, type NewId } from '@triptych/kernel'
import { withinDeadline } from '@triptych/kernel/server'
import type pg from 'pg'
import type { Consumers } from './consumer.ts'
import type { EventRow } from './event-row.ts'
import { insertIntoInbox } from './inbox.ts'
import type { BusObserver } from './observer.ts'
import { createPoll } from './poll.ts'
import { createRelay } from './relay.ts'
import { defaultRetry, type RetryPolicy } from './retry.ts'
import { settle, type SettleOptions } from './settle.ts'
import type { Inboxes, Transport } from './transport.ts'
import { createUpkeep, type Upkeep } from './upkeep.ts'
import { createWorker, type Worker } from './worker.ts'

export interface BusOptions {
  /** The app's database: its role must be a member of the relay's role. */
  readonly database: Database
  readonly transport: Transport
  readonly clock: Clock
  readonly newId: NewId
  /** Spreads retries; `Math.random` unless given. */
  readonly random?: () => number
  readonly observer?: BusObserver
  /** 8 attempts unless said, 1 s after the first failure, four times as long after each further one, 1 h at most. */
  readonly retry?: Partial<RetryPolicy>
  /** How often the database is asked for work that nobody announced (retries, other processes); 1 s unless said. */
  readonly pollMs?: number
  /** Deliveries of one module in flight at once; 4 unless said. */
  readonly concurrency?: number
  /** Events relayed in one transaction; 200 unless said. */
  readonly batchSize?: number
  /** Modules of other processes on the same database, whose dead letters are seen here too. */
  readonly elsewhere?: readonly string[]
}

export interface BusModule<Tables> {
  readonly module: string
  readonly database: ModuleDatabase<Tables>
  readonly consumers?: Consumers<Tables>
}

export interface Bus extends Upkeep {
  /** Names a module whose events leave through this bus and whose consumers it serves. Before `start`. */
  addModule<Tables>(module: BusModule<Tables>): void
  /** Opens the transport and relays; handles events too unless `worker` is false. */
  start(roles?: { readonly worker?: boolean }): Promise<void>
  /** Finishes what runs, for at most `deadlineMs` (10 s unless said); what is left is done after the next start. */
  stop(deadlineMs?: number): Promise<void>
  /** The module emitted something; its database calls this through `onEmitted`. */
  nudge(module: string): void
  /**
   * For tests: works until no event is on its way and no delivery is due. With `advanceTo`, also until none waits
   * for another attempt. Throws after `timeoutMs` (20 s unless said). The bus must be started.
   */
  settle(options?: SettleOptions): Promise<void>
}

interface Member {
  readonly worker: Worker
  /** The consumers that wait for a subject. */
  readonly consumersOf: ReadonlyMap<string, readonly string[]>
}

const defaults = { pollMs: 1_000, concurrency: 4, batchSize: 200, stopMs: 10_000 }

/** Moves every module's events from its outbox through the transport to the inboxes, and handles them there. */
export function createBus(options: BusOptions): Bus {
  const { database, transport, clock } = options
  const observer = options.observer ?? {}
  const members = new Map<string, Member>()
  let state: 'new' | 'started' | 'stopped' = 'new'
  let isWorker = true

  const arrived = (module: string): void => {
    if (isWorker && state === 'started') members.get(module)?.worker.nudge()
  }
  const batchSize = options.batchSize ?? defaults.batchSize
  const relay = createRelay({ database, transport, observer, batchSize, arrived })
  const modules = () => [...members.keys()]
  const workers = () => [...members.values()].map(({ worker }) => worker)
  const poll = createPoll({
    database,
    clock,
    observer,
    everyMs: options.pollMs ?? defaults.pollMs,
    modules,
    onOutbox: (module) => relay.nudge(module),
    onDue: arrived,
  })
  const movers = () => [relay, ...workers()]

  return {
    ...createUpkeep({
      database,
      clock,
      modules,
      everywhere: () => [...modules(), ...(options.elsewhere ?? [])],
      onDue: arrived,
    }),
    addModule(module) {
      if (state !== 'new') throw new Error(`${module.module} was added to the bus after its start.`)
      members.set(module.module, memberOf(options, module))
    },
    async start(roles = {}) {
      isWorker = roles.worker ?? true
      const stalled = (error: unknown) => observer.stalled?.({ part: 'transport', error })
      await transport.start(inboxesOf(options, members, { arrived, stalled }), { receiving: isWorker })
      state = 'started'
      await poll.lookForWork()
      poll.start()
    },
    stop: (deadlineMs = defaults.stopMs) =>
      withinDeadline(deadlineMs, async () => {
        state = 'stopped'
        // All at once: while one part ends, no other takes on anything new.
        await Promise.all([poll, ...movers()].map((part) => part.stop()))
        await transport.stop()
      }),
    nudge(module) {
      if (state === 'started') relay.nudge(module)
    },
    settle: (settleOptions = {}) => settle({ poll, transport, movers: movers() }, settleOptions),
  }
}

function memberOf<Tables>(options: BusOptions, added: BusModule<Tables>): Member {
  const consumers = added.consumers ?? {}
  const retry = { ...defaultRetry, ...options.retry }
  const worker = createWorker({
    module: added.module,
    database: options.database,
    rows: added.database,
    consumers,
    clock: options.clock,
    newId: options.newId,
    observer: options.observer ?? {},
    retry,
    random: options.random ?? Math.random,
    concurrency: options.concurrency ?? defaults.concurrency,
  })
  const consumersOf = Map.groupBy(Object.keys(consumers), (name) => consumers[name]?.subject ?? '')
  return { worker, consumersOf }
}

function inboxesOf(
  options: BusOptions,
  members: ReadonlyMap<string, Member>,
  listeners: Pick<Inboxes, 'arrived' | 'stalled'>,
): Inboxes {
  return {
    ...listeners,
    subscriptions: [...members].map(([module, { consumersOf }]) => ({
      module,
      subjects: [...consumersOf.keys()],
    })),
    async receive(module: string, events: readonly EventRow[], client?: pg.PoolClient): Promise<void> {
      const consumersOf = members.get(module)?.consumersOf
      const deliveries = events.flatMap((event) =>
        (consumersOf?.get(event.subject) ?? []).map((consumer) => ({ event, consumer })),
      )
      const insert = (on: pg.PoolClient) => insertIntoInbox(on, module, deliveries, isoTime(options.clock))
      await (client === undefined ? relayTransaction(options.database, insert) : insert(client))
    },
  }
}

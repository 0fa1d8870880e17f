import { type Database, relayTransaction } from '@triptych/db'
import { type Clock, isoTime } from '@triptych/kernel'
import type { InboxRow } from './event-row.ts'
import { claim, release } from './inbox.ts'

/** The due deliveries of one module, claimed in batches and handed out one at a time. */
export interface Claims {
  /** The next delivery to work on, or undefined when none is due. */
  next(): Promise<InboxRow | undefined>
  /** How many are claimed and not yet handed out. */
  held(): number
  /** A delivery may have become due. */
  expect(): void
  isExpecting(): boolean
  /** Hands out nothing more and gives back what it holds. */
  close(): Promise<void>
}

export interface ClaimOptions {
  readonly module: string
  readonly database: Database
  readonly clock: Clock
  readonly leaseMs: number
  readonly batchSize: number
}

export function createClaims(options: ClaimOptions): Claims {
  const { module, database, clock, leaseMs } = options
  let queue: { row: InboxRow; startBefore: number }[] = []
  let claiming: Promise<void> | undefined
  const status = { expecting: false, closed: false }

  async function claimMore(): Promise<void> {
    do {
      status.expecting = false
      const now = clock.now()
      const rows = await relayTransaction(database, (client) =>
        claim(client, module, {
          now: new Date(now).toISOString(),
          leaseEnd: new Date(now + leaseMs).toISOString(),
          limit: options.batchSize,
        }),
      )
      queue.push(...rows.map((row) => ({ row, startBefore: now + leaseMs / 2 })))
      // What was announced during an empty claim may be what the claim could not see yet.
    } while (queue.length === 0 && status.expecting && !status.closed)
  }

  const giveBack = (rows: readonly InboxRow[]) =>
    relayTransaction(database, (client) => release(client, module, rows, isoTime(clock)))

  async function next(): Promise<InboxRow | undefined> {
    if (queue.length === 0 && !status.closed) {
      claiming ??= claimMore().finally(() => {
        claiming = undefined
      })
      await claiming
    }
    const first = queue.shift()
    if (first === undefined) return undefined
    if (clock.now() < first.startBefore && !status.closed) return first.row
    // Too little of the lease is left for a whole attempt.
    await giveBack([first.row])
    return next()
  }

  return {
    next,
    held: () => queue.length,
    expect: () => {
      status.expecting = true
    },
    isExpecting: () => status.expecting,
    async close() {
      status.closed = true
      const untouched = queue.map(({ row }) => row)
      queue = []
      if (untouched.length > 0) await giveBack(untouched)
    },
  }
}

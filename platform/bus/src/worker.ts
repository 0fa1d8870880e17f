import { relayTransaction } from '@triptych/db'
import { errorCodeOf } from '@triptych/kernel/server'
import { type AttemptOptions, createAttempt } from './attempt.ts'
import { createClaims } from './claims.ts'
import { defaultTimeoutMs } from './consumer.ts'
import type { InboxRow } from './event-row.ts'
import { recordFailure } from './inbox.ts'
import { retryDelayMs } from './retry.ts'

export interface Worker {
  /** The module's inbox may hold something due. */
  nudge(): void
  /** Resolves when this worker has nothing in hand. */
  drained(): Promise<void>
  /** How many lanes it has opened. */
  begun(): number
  /** Takes nothing new, gives back what it has not begun, and waits for what runs. */
  stop(): Promise<void>
}

export interface WorkerOptions<Tables> extends AttemptOptions<Tables> {
  readonly random: () => number
  /** Attempts in flight at once. */
  readonly concurrency: number
}

const claimsPerLane = 4

/** Handles one module's inbox in a few lanes, so that a slow delivery holds up no other. */
export function createWorker<Tables>(options: WorkerOptions<Tables>): Worker {
  const { concurrency, consumers, observer } = options
  const attempt = createAttempt(options)
  const timeouts = Object.values(consumers).map((one) => one.timeoutMs)
  const claims = createClaims({
    ...options,
    leaseMs: 2 * Math.max(defaultTimeoutMs, ...timeouts),
    batchSize: concurrency * claimsPerLane,
  })
  const lanes = new Set<Promise<void>>()
  let stopping = false
  let begun = 0

  async function work(): Promise<void> {
    for (let row = await claims.next(); row !== undefined; row = await claims.next()) {
      while (lanes.size < Math.min(concurrency, claims.held() + 1)) openLane()
      const failed = await attempt(row)
      if (failed !== undefined) await recordOutcome(options, row, failed.error)
    }
  }

  function openLane(): void {
    begun += 1
    const lane: Promise<void> = work()
      .catch((error: unknown) => observer.stalled?.({ part: 'worker', error }))
      .finally(() => {
        lanes.delete(lane)
        if (claims.isExpecting() && lanes.size === 0 && !stopping) openLane()
      })
    lanes.add(lane)
  }

  async function drained(): Promise<void> {
    while (lanes.size > 0) await Promise.all(lanes)
  }

  return {
    nudge() {
      if (stopping) return
      claims.expect()
      if (lanes.size < concurrency) openLane()
    },
    drained,
    begun: () => begun,
    async stop() {
      stopping = true
      await claims.close()
      await drained()
    },
  }
}

async function recordOutcome<Tables>(
  options: WorkerOptions<Tables>,
  row: InboxRow,
  cause: unknown,
): Promise<void> {
  const { module, clock, retry, observer } = options
  const error = errorCodeOf(cause)
  const isLast = row.attempts >= retry.attemptsMax
  const retryAt = clock.now() + retryDelayMs(retry, row.attempts, options.random)
  const nextAttemptAt = isLast ? undefined : new Date(retryAt).toISOString()
  await relayTransaction(options.database, (client) =>
    recordFailure(client, module, row, { error, nextAttemptAt }),
  )
  const delivery = { module, consumer: row.consumer, subject: row.subject }
  const fact = { ...delivery, attempt: row.attempts, error, cause }
  if (isLast) observer.dead?.(fact)
  else observer.retried?.(fact)
}

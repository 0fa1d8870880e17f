import type { Database } from '@triptych/db'
import { PgBoss, type QueueOptions } from 'pg-boss'
import type { Registered } from './attempt.ts'
import { connectionOf } from './connection.ts'
import type { JobDefinition } from './job.ts'
import { deadQueue, jobsSchema } from './names.ts'
import type { JobsObserver } from './observer.ts'

const nobody = '00000000-0000-0000-0000-000000000000'
const day = 24 * 3_600
const keptDone = day
const keptWaiting = 30 * day
const keptDead = 90 * day
/** Past the handler's own limit: the queue takes over only from a process that is gone. */
const graceSeconds = 15

/** The queue as a plain role uses it: no schema changes, no schedules of its own, no rebuilding of indexes. */
export function createBoss(database: Database, observer: JobsObserver): PgBoss {
  const boss = new PgBoss({
    db: connectionOf(database),
    schema: jobsSchema,
    migrate: false,
    createSchema: false,
    schedule: false,
    reindex: false,
    monitorVacuum: false,
    superviseIntervalSeconds: 60,
  })
  boss.on('error', (error) => observer.stalled?.({ part: 'queue', error }))
  return boss
}

/** Makes every job of this process known to the queue, with today's settings. */
export async function declareQueues(
  boss: PgBoss,
  registered: ReadonlyMap<string, Registered>,
): Promise<void> {
  await boss.createQueue(deadQueue, { retentionSeconds: keptDead, deleteAfterSeconds: keptDone })
  for (const { definition } of registered.values()) {
    const settings = settingsOf(definition)
    const policy = definition.singleton === 'unfinished' ? 'exclusive' : 'short'
    await boss.createQueue(definition.name, { ...settings, policy })
    await boss.updateQueue(definition.name, settings)
    // Looking for a job makes the queue remember its settings: sending inside a transaction must not need a second
    // connection to learn them, as the embedded database has none.
    await boss.findJobs(definition.name, { id: nobody })
  }
}

function settingsOf(definition: JobDefinition): QueueOptions & { deadLetter?: string } {
  const { limit, backoff } = definition.retry
  return {
    expireInSeconds: Math.ceil(definition.timeoutMs / 1_000) + graceSeconds,
    retentionSeconds: keptWaiting,
    deleteAfterSeconds: keptDone,
    retryLimit: limit,
    retryDelay: Math.max(1, Math.round(backoff.firstMs / 1_000)),
    retryBackoff: true,
    retryDelayMax: Math.max(1, Math.round(backoff.maxMs / 1_000)),
    ...(definition.deadLetter ? { deadLetter: deadQueue } : {}),
  }
}

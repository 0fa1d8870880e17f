import { type Contract, systemContext } from '@triptych/kernel'
import type { Ground, ModuleInstance } from './define-module.ts'
import type { Platform } from './open-platform.ts'

type Instances = ReadonlyMap<string, Pick<ModuleInstance<Contract>, 'deadLetters'>>

/** Gauges of what waits, read at the scrape, so that they are right after a restart. */
export function watchState(platform: Platform, instances: Instances, ground: Ground): void {
  watchBus(platform, ground)
  const { jobs, database } = platform
  const { metrics } = ground
  metrics.watch('triptych_jobs_waiting', async () =>
    (await jobs.backlog()).map(({ job, waiting }) => ({ labels: { job }, value: waiting })),
  )
  metrics.watch('triptych_dead_letters', () => deadLetters(platform, instances, ground))
  metrics.watch('triptych_db_connections', () => {
    const { totalCount, idleCount, waitingCount } = database.pool
    const reading = (connection: 'active' | 'idle' | 'waiting', value: number) => ({
      labels: { pool: database.kind, connection },
      value,
    })
    return [
      reading('active', totalCount - idleCount),
      reading('idle', idleCount),
      reading('waiting', waitingCount),
    ]
  })
}

function watchBus({ bus }: Platform, { metrics }: Ground): void {
  const read = async (member: 'outbox' | 'pending') =>
    (await bus.backlog()).map((one) => ({ labels: { module: one.module }, value: one[member] }))
  metrics.watch('triptych_bus_outbox_pending', () => read('outbox'))
  metrics.watch('triptych_bus_inbox_pending', () => read('pending'))
  metrics.watch('triptych_bus_lag_seconds', async () =>
    (await bus.backlog()).map((one) => ({ labels: { module: one.module }, value: one.oldestMs / 1000 })),
  )
}

/** Of every source; a job's name begins with its module. */
async function deadLetters({ bus, jobs }: Platform, instances: Instances, ground: Ground) {
  const reading = (dead_source: string, module: string, value: number) => ({
    labels: { dead_source, module },
    value,
  })
  const events = (await bus.backlog()).map(({ module, dead }) => reading('bus', module, dead))
  const dead = Map.groupBy(await jobs.backlog(), ({ job }) => job.split('.')[0] ?? '')
  const ofJobs = [...dead].map(([module, all]) =>
    reading(
      'jobs',
      module,
      all.reduce((sum, one) => sum + one.dead, 0),
    ),
  )
  const own = await Promise.all(
    [...instances].flatMap(([module, { deadLetters: kept }]) =>
      kept === undefined
        ? []
        : [
            kept
              .count(systemContext({ ...ground, caller: module }))
              .then((count) => reading(kept.source, module, count)),
          ],
    ),
  )
  return [...events, ...ofJobs, ...own]
}

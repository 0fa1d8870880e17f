import { type Contract, systemContext } from '@triptych/kernel'
import type { Ground, ModuleInstance } from './define-module.ts'
import type { Platform } from './open-platform.ts'

type Instances = ReadonlyMap<string, Pick<ModuleInstance<Contract>, 'deadLetters'>>

/** Gauges of what waits, read at the scrape, so that they are right after a restart. */
export function watchState(platform: Platform, instances: Instances, ground: Ground): void {
  const { database } = platform
  const { metrics } = ground
  const bus = shared(() => platform.bus.backlog())
  const jobs = shared(() => platform.jobs.backlog())
  watchBus(bus, metrics)
  metrics.watch('triptych_jobs_waiting', async () =>
    (await jobs()).map(({ job, waiting }) => ({ labels: { job }, value: waiting })),
  )
  metrics.watch('triptych_dead_letters', () => deadLetters({ bus, jobs, instances, ground }))
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

/** The gauges of one scrape are read at the same time: who asks while an answer is under way gets that one. */
function shared<T>(read: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | undefined
  return () =>
    (running ??= read().finally(() => {
      running = undefined
    }))
}

type BusBacklog = () => ReturnType<Platform['bus']['backlog']>
type JobsBacklog = () => ReturnType<Platform['jobs']['backlog']>

function watchBus(bus: BusBacklog, metrics: Ground['metrics']): void {
  const read = async (member: 'outbox' | 'pending') =>
    (await bus()).map((one) => ({ labels: { module: one.module }, value: one[member] }))
  metrics.watch('triptych_bus_outbox_pending', () => read('outbox'))
  metrics.watch('triptych_bus_inbox_pending', () => read('pending'))
  metrics.watch('triptych_bus_lag_seconds', async () =>
    (await bus()).map((one) => ({ labels: { module: one.module }, value: one.oldestMs / 1000 })),
  )
}

interface Sources {
  readonly bus: BusBacklog
  readonly jobs: JobsBacklog
  readonly instances: Instances
  readonly ground: Ground
}

/** Of every source; a job's name begins with its module. */
async function deadLetters({ bus, jobs, instances, ground }: Sources) {
  const reading = (dead_source: string, module: string, value: number) => ({
    labels: { dead_source, module },
    value,
  })
  const events = (await bus()).map(({ module, dead }) => reading('bus', module, dead))
  const dead = Map.groupBy(await jobs(), ({ job }) => job.split('.')[0] ?? '')
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

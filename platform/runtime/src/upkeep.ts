import { forgetOutcomes } from '@triptych/db'
import type { Ground } from './define-module.ts'
import type { Platform } from './open-platform.ts'

const everyMs = 3_600_000
const outcomesKeptMs = 24 * 3_600_000

/** Throws away what has served its time, and tells the measures how far behind the process is. */
export function startUpkeep(
  platform: Platform,
  modules: readonly string[],
  ground: Ground,
): { stop(): void } {
  watchBacklog(platform, ground)
  const tidy = async () => {
    await platform.bus.prune()
    const before = new Date(ground.clock.now() - outcomesKeptMs).toISOString()
    await forgetOutcomes(platform.database, modules, before)
  }
  const timer = setInterval(() => {
    tidy().catch((error: unknown) => ground.logger.warn({ error }, 'upkeep.failed'))
  }, everyMs)
  timer.unref()
  return { stop: () => clearInterval(timer) }
}

function watchBacklog({ bus, database }: Platform, { metrics }: Ground): void {
  const read = async (member: 'outbox' | 'pending') =>
    (await bus.backlog()).map((one) => ({ labels: { module: one.module }, value: one[member] }))
  metrics.watch('triptych_bus_outbox_pending', () => read('outbox'))
  metrics.watch('triptych_bus_inbox_pending', () => read('pending'))
  metrics.watch('triptych_bus_lag_seconds', async () =>
    (await bus.backlog()).map((one) => ({ labels: { module: one.module }, value: one.oldestMs / 1000 })),
  )
  metrics.watch('triptych_dead_letters', async () =>
    (await bus.backlog()).map((one) => ({
      labels: { dead_source: 'bus', module: one.module },
      value: one.dead,
    })),
  )
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

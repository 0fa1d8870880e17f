import { forgetOutcomes } from '@triptych/db'
import type { Ground } from './define-module.ts'
import type { Platform } from './open-platform.ts'

const everyMs = 3_600_000

/** Throws away what has served its time, at once and every hour. `stop` waits for what was begun. */
export function startUpkeep(
  platform: Platform,
  modules: readonly string[],
  ground: Ground,
): { stop(): Promise<void> } {
  const tidy = async () => {
    await platform.bus.prune()
    await forgetOutcomes(platform.database, modules, ground.clock)
  }
  let running = Promise.resolve()
  const run = () => {
    running = tidy().catch((error: unknown) => ground.logger.warn({ error }, 'upkeep.failed'))
  }
  run()
  const timer = setInterval(run, everyMs)
  timer.unref()
  return {
    stop() {
      clearInterval(timer)
      return running
    },
  }
}

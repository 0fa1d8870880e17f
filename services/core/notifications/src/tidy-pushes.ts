import { actingFor, type Context, isoTime } from '@triptych/kernel'
import type { Deps } from './deps.ts'
import { runPushUpkeep } from './store/pushes.ts'

const day = 86_400_000

/** How long what is kept: see docs/architecture/privacy.md. */
export const pushRetention = { lostMs: 2 * day, silentMs: 60 * day, logMs: 90 * day }

/**
 * Lets go of browsers that have not been heard of: some push services answer 200 for those that are gone. Gives up
 * deliveries whose worker never came back, and forgets what has had its time.
 */
export const tidyPushes =
  (deps: Pick<Deps, 'db' | 'clock'>) =>
  async (context: Context): Promise<void> => {
    const before = (ms: number): string => new Date(deps.clock.now() - ms).toISOString()
    const bounds = {
      now: isoTime(deps.clock),
      lostBefore: before(pushRetention.lostMs),
      deleteBefore: before(pushRetention.logMs),
      silentBefore: before(pushRetention.silentMs),
    }
    await deps.db.write(actingFor(context, undefined), ({ query }) => runPushUpkeep(query, bounds))
  }

import { actingFor, type Context, isoTime } from '@triptych/kernel'
import type { Deps } from './deps.ts'
import { runUpkeep } from './store/emails.ts'

const day = 86_400_000

/** How long what is kept: see docs/architecture/privacy.md. */
export const retention = { lostMs: 2 * day, recipientMs: 30 * day, logMs: 365 * day }

/** Gives up mails whose worker never came back, and forgets what has had its time. */
export const tidyEmails =
  (deps: Pick<Deps, 'db' | 'clock'>) =>
  async (context: Context): Promise<void> => {
    const before = (ms: number): string => new Date(deps.clock.now() - ms).toISOString()
    const bounds = {
      now: isoTime(deps.clock),
      lostBefore: before(retention.lostMs),
      forgetBefore: before(retention.recipientMs),
      deleteBefore: before(retention.logMs),
    }
    await deps.db.write(actingFor(context, undefined), ({ query }) => runUpkeep(query, bounds))
  }

import { type Context, isoTime } from '@triptych/kernel'
import { syncKey } from './begin-connection.ts'
import type { Deps } from './deps.ts'
import { integrationsJobs } from './jobs.ts'
import { connectionsToRead, type Place } from './store/connections.ts'
import type { SyncConnection } from './sync-connection.ts'

const mostAtOnce = 500
/** When a reading that found another under way is tried again. */
const againMs = 3_000

/** Asks for readings of connections that nobody looked at for an hour. */
export const syncDue =
  (deps: Pick<Deps, 'db' | 'clock' | 'jobs'>) =>
  async (context: Context): Promise<void> => {
    const places = await deps.db.read(context, (query) =>
      connectionsToRead(query, isoTime(deps.clock), mostAtOnce),
    )
    for (const place of places) {
      const { userId, provider } = place
      await deps.jobs.send(integrationsJobs.sync, { provider }, { userId, singletonKey: syncKey(place) })
    }
  }

/** A reading that was asked for while another runs may be about what that one no longer sees: it is asked for again. */
export const readWhenFree =
  ({ clock, jobs }: Pick<Deps, 'clock' | 'jobs'>, syncConnection: SyncConnection) =>
  async (context: Context, place: Place): Promise<void> => {
    if ((await syncConnection(context, place)) !== 'in_other_hands') return
    const startAfter = new Date(clock.now() + againMs).toISOString()
    const { userId, provider } = place
    await jobs.send(integrationsJobs.sync, { provider }, { userId, startAfter, singletonKey: syncKey(place) })
  }

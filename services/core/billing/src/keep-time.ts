import { type Context, isAppError, isoTime } from '@triptych/kernel'
import type { Deps } from './deps.ts'
import { readEvent } from './domain/stripe-shapes.ts'
import { forOrganization } from './in-organization.ts'
import { billingJobs } from './jobs.ts'
import { attempt } from './receive-event.ts'
import { refold } from './refold.ts'
import { lockSubscription } from './store/facts.ts'
import { organizationsWithNotices } from './store/notices.ts'
import { waitingEvents } from './store/stripe-events.ts'
import { type Place, subscriptionsDue } from './store/subscriptions.ts'

type TimeDeps = Pick<Deps, 'db' | 'clock' | 'newId' | 'logger' | 'jobs'>

const mostAtOnce = 500
/** Longer than what is under way takes. */
const leftLyingMs = 10 * 60_000

/** Announces what time alone has changed, and picks up what a process or a database left lying. */
export const keepTime =
  (deps: TimeDeps) =>
  async (context: Context): Promise<void> => {
    const places = await deps.db.readOne(context, (query) =>
      subscriptionsDue(query, isoTime(deps.clock), mostAtOnce),
    )
    for (const place of places) await announceTime(deps, context, place)
    const before = new Date(deps.clock.now() - leftLyingMs).toISOString()
    for (const event of await deps.db.readOne(context, (query) => waitingEvents(query, before, mostAtOnce))) {
      await takeUp(deps, context, event)
    }
    const waiting = await deps.db.readOne(context, (query) =>
      organizationsWithNotices(query, before, mostAtOnce),
    )
    for (const organizationId of waiting) {
      const about = { organizationId, singletonKey: organizationId }
      await deps.jobs.send(billingJobs.sendNotices, { organization_id: organizationId }, about)
    }
  }

const announceTime = (deps: TimeDeps, context: Context, place: Place): Promise<void> =>
  deps.db.write(forOrganization(context, place.organizationId), async (transaction) => {
    await lockSubscription(transaction.query, place.subscription)
    await refold(deps, transaction, place, 'time')
  })

/** One more try; an event that fails again waits for the next, or is put aside. */
async function takeUp(deps: TimeDeps, context: Context, stripeId: string): Promise<void> {
  const row = await deps.db.write(context, ({ query }) =>
    query
      .updateTable('stripe_events')
      .set((eb) => ({ attempts: eb('attempts', '+', 1) }))
      .where('stripe_id', '=', stripeId)
      .where('state', '=', 'received')
      .returning(['payload', 'attempts'])
      .executeTakeFirst(),
  )
  if (row === undefined) return
  const { attempts, payload } = row
  await attempt(deps, context, { event: readEvent(payload), attempts }).catch((error: unknown) => {
    if (!isAppError(error)) throw error
  })
}

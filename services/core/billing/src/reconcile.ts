import { type Context, isAppError, isoTime } from '@triptych/kernel'
import type { Deps } from './deps.ts'
import { readInvoice } from './domain/stripe-shapes.ts'
import { forOrganization } from './in-organization.ts'
import { receive } from './receive-event.ts'
import { type Place, runningSubscriptions } from './store/subscriptions.ts'
import { atStripe, stripeOf } from './stripe-failure.ts'
import { takeIn } from './take-in.ts'
import { takeInLook } from './take-in-look.ts'

type ReconcileDeps = Pick<Deps, 'db' | 'clock' | 'newId' | 'logger' | 'jobs' | 'stripe'>

const day = 24 * 3_600_000
/** As far back as Stripe tells. */
const stripeKeepsMs = 30 * day
/** Events that are settled stay this long, longer than any comes again. */
const keptMs = 400 * day
const pageSize = 100

export interface Report {
  readonly events_found: number
  readonly events_failed: number
  readonly subscriptions_read: number
}

/** Takes in what never came: Stripe's events since the last look, and whatever still runs as it is now. */
export async function reconcileAll(deps: ReconcileDeps, context: Context): Promise<Report> {
  const id = deps.newId()
  const since = await lastLook(deps, context)
  await deps.db.write(context, ({ query }) =>
    query
      .insertInto('reconciliations')
      .values({ id, began_at: isoTime(deps.clock), ended_at: null, events_found: 0, subscriptions_read: 0 })
      .execute(),
  )
  const events = await takeInEvents(deps, context, since)
  const read = await readRunning(deps, context)
  await deps.db.write(context, async ({ query }) => {
    const ended = { ended_at: isoTime(deps.clock), events_found: events.found, subscriptions_read: read }
    await query.updateTable('reconciliations').set(ended).where('id', '=', id).execute()
    const old = new Date(deps.clock.now() - keptMs).toISOString()
    await query
      .deleteFrom('stripe_events')
      .where('settled_at', '<', old)
      .where('state', '<>', 'dead')
      .execute()
    await query.deleteFrom('reconciliations').where('began_at', '<', old).execute()
  })
  return { events_found: events.found, events_failed: events.failed, subscriptions_read: read }
}

/** A day before the last look that came to its end: what was late then is there now. */
async function lastLook({ db, clock }: ReconcileDeps, context: Context): Promise<number> {
  const last = await db.readOne(context, (query) =>
    query
      .selectFrom('reconciliations')
      .select('began_at')
      .where('ended_at', 'is not', null)
      .orderBy('began_at', 'desc')
      .executeTakeFirst(),
  )
  const earliest = clock.now() - stripeKeepsMs
  return last === undefined ? earliest : Math.max(earliest, Date.parse(last.began_at) - day)
}

async function takeInEvents(deps: ReconcileDeps, context: Context, since: number) {
  const counts = { found: 0, failed: 0 }
  for (const event of await atStripe(stripeOf(deps).eventsSince(since))) {
    try {
      if ((await receive(deps, context, event)) !== 'known') counts.found += 1
    } catch (error) {
      // It is kept, and tried again with the others that wait.
      if (!isAppError(error)) throw error
      counts.failed += 1
    }
  }
  return counts
}

async function readRunning(deps: ReconcileDeps, context: Context): Promise<number> {
  let after: string | null = null
  let read = 0
  for (;;) {
    const places: Place[] = await deps.db.readOne(context, (query) =>
      runningSubscriptions(query, after, pageSize),
    )
    for (const { organizationId, subscription } of places)
      await readAgain(deps, context, { organization_id: organizationId, subscription })
    read += places.length
    if (places.length < pageSize) return read
    after = places.at(-1)?.subscription ?? null
  }
}

/** A subscription as it is at Stripe now, with what was paid for it. */
export async function readAgain(
  deps: ReconcileDeps,
  outer: Context,
  { organization_id: organizationId, subscription }: { organization_id: string; subscription: string },
): Promise<void> {
  const context = forOrganization(outer, organizationId)
  const stripe = stripeOf(deps)
  await takeInLook(deps, context, { organizationId, subscription }, () =>
    atStripe(stripe.readSubscription(subscription)),
  )
  const invoices = await atStripe(stripe.paidInvoices(subscription))
  const facts = invoices.flatMap((invoice) => readInvoice(invoice).facts)
  await deps.db.write(context, (transaction) => takeIn(deps, transaction, organizationId, facts))
}

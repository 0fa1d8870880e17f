import type { Transaction } from '@triptych/db'
import { type Context, failure, isoTime } from '@triptych/kernel'
import { errorCodeOf } from '@triptych/kernel/server'
import { errors } from './contract/errors.ts'
import type { Deps } from './deps.ts'
import { type Fact, factsOfKind } from './domain/facts.ts'
import { isUndecided } from './domain/fold.ts'
import { withoutPersonalFields } from './domain/personal-fields.ts'
import { readEvent, type StripeEvent, tellingOf } from './domain/stripe-shapes.ts'
import { forOrganization } from './in-organization.ts'
import { billingJobs } from './jobs.ts'
import { organizationOfCustomer } from './store/customers.ts'
import { factsOfSubscription } from './store/facts.ts'
import { claimEvent, receiveEvent, settleEvent } from './store/stripe-events.ts'
import type { BillingTables } from './store/tables.ts'
import { takeIn, type TakeInDeps } from './take-in.ts'

export type ReceiveDeps = TakeInDeps & Pick<Deps, 'db'>
export type Outcome = 'applied' | 'ignored' | 'known' | 'dead'

/** Tries after which an event is put aside for a person to look at. */
const attemptsMax = 8

/** Keeps an event, then applies it; what fails in between can be taken up again. Twice is once. */
export async function receive(deps: ReceiveDeps, context: Context, given: unknown): Promise<Outcome> {
  const payload = withoutPersonalFields(given)
  const event = readEvent(payload)
  const now = isoTime(deps.clock)
  const kept = await deps.db.write(context, ({ query }) =>
    receiveEvent(query, {
      id: deps.newId(),
      stripe_id: event.id,
      type: event.type,
      api_version: event.api_version ?? '',
      payload: JSON.stringify(payload),
      state: 'received',
      attempts: 1,
      last_error: null,
      happened_at: new Date(event.created).toISOString(),
      received_at: now,
      settled_at: null,
    }),
  )
  if (kept.state === 'dead') return 'dead'
  if (kept.state !== 'received') return 'known'
  return attempt(deps, context, { event, attempts: kept.attempts })
}

/** One try at an event that is kept. After the last one it is a dead letter, which is no failure any more. */
export async function attempt(
  deps: ReceiveDeps,
  context: Context,
  { event, attempts }: { readonly event: StripeEvent; readonly attempts: number },
): Promise<Outcome> {
  try {
    return await apply(deps, context, event)
  } catch (error) {
    const isLast = attempts >= attemptsMax
    const code = errorCodeOf(error)
    deps.logger
      .for(context)
      .warn({ event_id: event.id, subject: event.type, code, attempt: attempts }, 'billing.event_failed')
    await deps.db.write(context, ({ query }) =>
      settleEvent(query, event.id, {
        state: isLast ? 'dead' : 'received',
        settled_at: isLast ? isoTime(deps.clock) : null,
        last_error: code,
      }),
    )
    if (isLast) return 'dead'
    throw failure(errors.event_not_applied, { cause: error })
  }
}

async function apply(deps: ReceiveDeps, context: Context, event: StripeEvent): Promise<Outcome> {
  const telling = tellingOf(event)
  const customer = telling?.customer ?? null
  const organizationId =
    customer === null
      ? undefined
      : await deps.db.readOne(context, (query) => organizationOfCustomer(query, customer))
  const acting = organizationId === undefined ? context : forOrganization(context, organizationId)
  return deps.db.write(acting, async (transaction) => {
    const { query } = transaction
    if ((await claimEvent(query, event.id)) === undefined) return 'known'
    const isOurs = organizationId !== undefined && telling !== undefined
    if (isOurs) {
      await takeIn(deps, transaction, organizationId, telling.facts)
      await askWhichIsNewer(deps, transaction, organizationId, telling.facts)
    }
    const state = isOurs ? 'applied' : 'ignored'
    await settleEvent(query, event.id, { state, settled_at: isoTime(deps.clock), last_error: null })
    return state
  })
}

/** What two events of one second leave open is read at Stripe. */
async function askWhichIsNewer(
  { jobs }: ReceiveDeps,
  transaction: Transaction<BillingTables>,
  organizationId: string,
  told: readonly Fact[],
): Promise<void> {
  for (const { key, subscription } of factsOfKind(told, 'seen')) {
    if (subscription === null) continue
    if (!isUndecided(await factsOfSubscription(transaction.query, subscription), key)) continue
    const input = { organization_id: organizationId, subscription }
    const about = { transaction, organizationId, singletonKey: subscription }
    await jobs.send(billingJobs.readSubscription, input, about)
  }
}

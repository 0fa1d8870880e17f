import type { Transaction } from '@triptych/db'
import { isoTime } from '@triptych/kernel'
import { auditOrganization } from './audit.ts'
import { subscriptionChanged } from './contract/events.ts'
import type { Deps } from './deps.ts'
import { actionsBetween } from './domain/change.ts'
import type { Fact } from './domain/facts.ts'
import { foldSubscription } from './domain/fold.ts'
import { dunningKinds, isStillDue, noticesOf, noticesOfTime } from './domain/notices.ts'
import { billingJobs } from './jobs.ts'
import { factsOfSubscription } from './store/facts.ts'
import { dropNotice, noticesOfSubscription, wantNotices } from './store/notices.ts'
import { planOfPrice } from './store/subscription-plans.ts'
import { findByStripeId, type Place, putSubscription } from './store/subscriptions.ts'
import type { BillingTables, SubscriptionsTable } from './store/tables.ts'
import { columnsOf, isSame, newRow, standingOf } from './subscription-row.ts'

type RefoldDeps = Pick<Deps, 'clock' | 'newId' | 'logger' | 'jobs'>

/** Why a subscription is looked at anew: something was told, or its time has come. */
export type Cause = 'facts' | 'time'

/** Derives a subscription from its whole ledger and announces what is new. Its lock is held. */
export async function refold(
  deps: RefoldDeps,
  transaction: Transaction<BillingTables>,
  place: Place,
  cause: Cause,
): Promise<void> {
  const facts = await factsOfSubscription(transaction.query, place.subscription)
  await rewrite(deps, transaction, place, facts)
  await renewNotices(deps, transaction, place, { facts, cause })
}

async function rewrite(
  deps: RefoldDeps,
  transaction: Transaction<BillingTables>,
  place: Place,
  facts: readonly Fact[],
): Promise<void> {
  const { query } = transaction
  const state = foldSubscription(facts)
  const planId = state.priceId === null ? null : await planOfPrice(query, state.priceId)
  if (state.priceId !== null && planId === null) {
    deps.logger.warn({ resource_id: state.priceId }, 'billing.price_unknown')
  }
  const before = await findByStripeId(query, place.subscription)
  const columns = columnsOf(state, planId, deps.clock.now())
  if (before !== undefined && isSame(columns, before)) return
  const row = newRow(place, columns, {
    id: before?.id ?? deps.newId(),
    version: (before?.version ?? 0) + 1,
    at: isoTime(deps.clock),
  })
  await putSubscription(query, row)
  announce(deps, transaction, before, row)
}

function announce(
  deps: RefoldDeps,
  transaction: Transaction<BillingTables>,
  before: SubscriptionsTable | undefined,
  row: SubscriptionsTable,
): void {
  const { organization_id: organizationId, id, version } = row
  for (const action of actionsBetween(before && standingOf(before), standingOf(row))) {
    auditOrganization(deps, transaction, organizationId, {
      action,
      target: `subscription:${id}`,
      ...(row.plan_id === null ? {} : { references: { plan: row.plan_id } }),
    })
  }
  // Until something told what it is for, there is nothing that others could do with it.
  if (row.plan_id === null) return
  transaction.emit(subscriptionChanged, { organizationId, subscriptionId: id, version }, { organizationId })
}

async function renewNotices(
  { clock, jobs }: RefoldDeps,
  transaction: Transaction<BillingTables>,
  { organizationId, subscription }: Place,
  { facts, cause }: { readonly facts: readonly Fact[]; readonly cause: Cause },
): Promise<void> {
  const { query } = transaction
  const known = await noticesOfSubscription(query, subscription)
  for (const notice of known)
    if (notice.sent_at === null && !isStillDue(notice, facts)) await dropNotice(query, notice)
  const isObsolete = known.some(
    (notice) =>
      dunningKinds.includes(notice.kind) &&
      notice.sent_at !== null &&
      notice.withdrawn_at === null &&
      !isStillDue(notice, facts),
  )
  const suspendedFor = known
    .filter(({ kind, sent_at: sentAt }) => kind === 'license_suspended' && sentAt !== null)
    .map(({ key }) => key)
  const isNew = await wantNotices(
    query,
    [
      ...noticesOf(subscription, facts, suspendedFor),
      ...(cause === 'time' ? noticesOfTime(facts, clock.now()) : []),
    ],
    { organization_id: organizationId, subscription, wanted_at: isoTime(clock) },
  )
  if (!isNew && !isObsolete) return
  const input = { organization_id: organizationId }
  await jobs.send(billingJobs.sendNotices, input, {
    transaction,
    organizationId,
    singletonKey: organizationId,
  })
}

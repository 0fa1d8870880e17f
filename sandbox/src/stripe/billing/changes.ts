import type { SubscriptionChange } from '../api/subscriptions.ts'
import { declined, invalid } from '../api/errors.ts'
import { mergeMetadata, must } from '../api/route.ts'
import type { Subscription } from '../model.ts'
import { nowOf, type StripeParts } from '../parts.ts'
import { createInvoice, finalizeInvoice, type LineDraft } from './invoices.ts'
import { askCard, payInvoice } from './payments.ts'
import { addItem, changeItem, keepProrations } from './prorations.ts'
import { cycleLines, periodEnd, restartCycle } from './subscriptions.ts'

/** What an update through the API, the portal or a person's button does. */
export function changeSubscription(
  parts: StripeParts,
  subscription: Subscription,
  change: SubscriptionChange,
): void {
  if (change.payment_behavior === 'error_if_incomplete') refuseIfDeclined(parts, subscription, change)
  let effect: Effect = { lines: [], endsTrial: false }
  parts.events.update('customer.subscription.updated', subscription, () => {
    effect = applyChange(parts, subscription, change)
  })
  if (subscription.status === 'trialing' && change.trial_end !== undefined) {
    parts.warned.delete(subscription.id)
  }
  if (effect.endsTrial) payInvoice(parts, restartCycle(parts, subscription))
  else settleLines(parts, subscription, effect.lines, change.proration_behavior)
}

/** What a change leads to: lines to be invoiced, or a trial that is over and paid for. */
interface Effect {
  readonly lines: readonly LineDraft[]
  readonly endsTrial: boolean
}

function applyChange(parts: StripeParts, subscription: Subscription, change: SubscriptionChange): Effect {
  scheduleCancel(parts, subscription, change)
  subscription.metadata = mergeMetadata(subscription.metadata, change.metadata)
  if (change.pause_collection !== undefined) {
    const paused = change.pause_collection
    subscription.pause_collection =
      paused === null ? null : { behavior: paused.behavior, resumes_at: paused.resumes_at ?? null }
  }
  subscription.default_payment_method = change.default_payment_method ?? subscription.default_payment_method
  const endsTrial = moveTrialEnd(parts, subscription, change.trial_end)
  return { endsTrial, lines: changeItems(parts, subscription, change.items ?? []) }
}

/**
 * Tries the change on a copy, and the card before anything is kept: a declined upgrade leaves neither a changed
 * subscription nor an invoice.
 */
function refuseIfDeclined(parts: StripeParts, subscription: Subscription, change: SubscriptionChange): void {
  const draft = structuredClone(subscription)
  const { lines, endsTrial } = applyChange(parts, draft, change)
  const invoiced = change.proration_behavior === 'always_invoice' ? lines : []
  const due = sumOf(endsTrial ? cycleLines(parts, draft, parts.pending.get(draft.id)) : invoiced)
  const error = due > 0 ? askCard(parts, subscription.customer) : undefined
  if (error !== undefined) throw declined(error)
}

const sumOf = (lines: readonly LineDraft[]): number => lines.reduce((sum, { amount }) => sum + amount, 0)

/** Out of the pause that a trial without a card ended in, with a new cycle that is paid at once. */
export function resumeSubscription(parts: StripeParts, subscription: Subscription): void {
  subscription.status = 'active'
  const invoice = restartCycle(parts, subscription)
  parts.events.emit('customer.subscription.resumed', subscription, { status: 'paused' })
  payInvoice(parts, invoice)
}

function scheduleCancel(parts: StripeParts, subscription: Subscription, change: SubscriptionChange): void {
  const { cancel_at: cancelAt, cancel_at_period_end: atPeriodEnd, cancellation_details: details } = change
  if (cancelAt === undefined && atPeriodEnd === undefined) return
  const isScheduled = cancelAt != null || atPeriodEnd === true
  subscription.cancel_at_period_end = atPeriodEnd ?? false
  subscription.cancel_at = cancelAt ?? (atPeriodEnd === true ? periodEnd(subscription) : null)
  subscription.canceled_at = isScheduled ? nowOf(parts) : null
  subscription.cancellation_details = {
    comment: details?.comment ?? null,
    feedback: details?.feedback ?? null,
    reason: isScheduled ? 'cancellation_requested' : null,
  }
}

/** @returns whether the trial is over now. */
function moveTrialEnd(
  parts: StripeParts,
  subscription: Subscription,
  to: SubscriptionChange['trial_end'],
): boolean {
  if (to === undefined) return false
  const now = nowOf(parts)
  const end = to === 'now' ? now : to
  subscription.trial_end = end
  if (end <= now) {
    const wasTrialing = subscription.status === 'trialing'
    if (wasTrialing) subscription.status = 'active'
    return wasTrialing
  }
  subscription.trial_start ??= now
  subscription.status = 'trialing'
  subscription.billing_cycle_anchor = end
  for (const item of subscription.items.data) item.current_period_end = end
  return false
}

/** As Stripe has it, an item without an id is one more item, not a change of the one there is. */
function changeItems(
  parts: StripeParts,
  subscription: Subscription,
  items: NonNullable<SubscriptionChange['items']>,
): LineDraft[] {
  const lines = items.flatMap(({ id, price: priceId, quantity }, index) => {
    const price =
      priceId === undefined ? undefined : must(parts.store.prices, 'price', priceId, `items[${index}][price]`)
    if (id === undefined) {
      if (price === undefined)
        throw invalid('Missing required param: items[price].', `items[${index}][price]`)
      return addItem(parts, subscription, { price, quantity: quantity ?? 1 })
    }
    const item = subscription.items.data.find((one) => one.id === id)
    if (item === undefined) throw invalid(`Invalid subscription_item id: ${id}`, `items[${index}][id]`)
    return changeItem(parts, item, { price: price ?? item.price, quantity: quantity ?? item.quantity })
  })
  return subscription.status === 'trialing' ? [] : lines
}

function settleLines(
  parts: StripeParts,
  subscription: Subscription,
  lines: readonly LineDraft[],
  behaviour: SubscriptionChange['proration_behavior'],
): void {
  if (lines.length === 0 || behaviour === 'none') return
  if (behaviour === 'create_prorations') {
    keepProrations(parts, subscription, lines)
    return
  }
  const now = nowOf(parts)
  const invoice = createInvoice(parts, {
    subscription,
    reason: 'subscription_update',
    lines,
    period: { start: now, end: now },
  })
  finalizeInvoice(parts, invoice)
  payInvoice(parts, invoice)
}

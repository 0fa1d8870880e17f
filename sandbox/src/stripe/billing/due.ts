import type { CheckoutSession, Invoice, Subscription } from '../model.ts'
import type { StripeParts } from '../parts.ts'
import { expireSession } from './checkout.ts'
import { endSubscription, expireIncomplete, isEnded } from './ending.ts'
import { closeInvoice, finalizeInvoice, markUncollectible, subscriptionOf, voidInvoice } from './invoices.ts'
import { payInvoice, paymentMethodOf } from './payments.ts'
import { hour } from './periods.ts'
import { pause, periodEnd, renew, trialWarningAt } from './subscriptions.ts'
import type { Due } from './ticker.ts'

const firstPaymentWithin = 23 * hour

/** The next thing that Stripe does by itself. */
export function nextDue(parts: StripeParts): Due | undefined {
  const { store } = parts
  const all = [
    ...store.invoices.list().flatMap((invoice) => invoiceDues(parts, invoice)),
    ...store.subscriptions.list().flatMap((subscription) => subscriptionDues(parts, subscription)),
    ...store.sessions.list().flatMap((session) => sessionDues(parts, session)),
  ]
  return all.reduce<Due | undefined>(
    (first, due) => (first === undefined || due.at < first.at ? due : first),
    undefined,
  )
}

function sessionDues(parts: StripeParts, session: CheckoutSession): Due[] {
  if (session.status !== 'open') return []
  return [{ at: session.expires_at, run: () => expireSession(parts, session) }]
}

function invoiceDues(parts: StripeParts, invoice: Invoice): Due[] {
  const { automatically_finalizes_at: finalizes, next_payment_attempt: pays, status } = invoice
  if (status === 'draft' && finalizes !== null) {
    return [{ at: finalizes, run: () => collect(parts, invoice) }]
  }
  if (status === 'open' && pays !== null && subscriptionOf(parts, invoice)?.status !== 'incomplete') {
    return [{ at: pays, run: () => void payInvoice(parts, invoice) }]
  }
  return []
}

/** A draft's hour is over. */
function collect(parts: StripeParts, invoice: Invoice): void {
  const collection = subscriptionOf(parts, invoice)?.pause_collection
  if (collection?.behavior === 'keep_as_draft') {
    closeInvoice(invoice)
    return
  }
  finalizeInvoice(parts, invoice)
  if (collection?.behavior === 'void') voidInvoice(parts, invoice)
  else if (collection?.behavior === 'mark_uncollectible') markUncollectible(parts, invoice)
  else payInvoice(parts, invoice)
}

function subscriptionDues(parts: StripeParts, subscription: Subscription): Due[] {
  if (isEnded(subscription)) return []
  const { status, created, cancel_at: cancelAt, pause_collection: paused } = subscription
  const dues: Due[] = []
  if (cancelAt !== null) dues.push({ at: cancelAt, run: () => cancelAsScheduled(parts, subscription) })
  if (status === 'incomplete') {
    return [...dues, { at: created + firstPaymentWithin, run: () => expireIncomplete(parts, subscription) }]
  }
  const warning = trialWarningAt(subscription)
  if (status === 'trialing' && warning !== undefined && !parts.warned.has(subscription.id)) {
    dues.push({ at: warning, run: () => warnOfTrialEnd(parts, subscription) })
  }
  if (paused?.resumes_at != null) {
    dues.push({ at: paused.resumes_at, run: () => resumeCollection(parts, subscription) })
  }
  if (status !== 'paused')
    dues.push({ at: periodEnd(subscription), run: () => endPeriod(parts, subscription) })
  return dues
}

function endPeriod(parts: StripeParts, subscription: Subscription): void {
  if (subscription.cancel_at_period_end) {
    cancelAsScheduled(parts, subscription)
    return
  }
  const isCardless =
    subscription.status === 'trialing' && paymentMethodOf(parts, subscription.customer) === null
  const { missing_payment_method: missing } = subscription.trial_settings.end_behavior
  if (isCardless && missing === 'pause') pause(parts, subscription)
  else if (isCardless && missing === 'cancel') endSubscription(parts, subscription, 'payment_failed')
  else {
    const invoice = renew(parts, subscription)
    // An unpaid subscription goes on making drafts that nobody collects.
    if (subscription.status === 'unpaid') closeInvoice(invoice)
  }
}

function cancelAsScheduled(parts: StripeParts, subscription: Subscription): void {
  endSubscription(parts, subscription, 'cancellation_requested')
}

function warnOfTrialEnd(parts: StripeParts, subscription: Subscription): void {
  parts.warned.add(subscription.id)
  parts.events.emit('customer.subscription.trial_will_end', subscription)
}

function resumeCollection(parts: StripeParts, subscription: Subscription): void {
  parts.events.update('customer.subscription.updated', subscription, () => {
    subscription.pause_collection = null
  })
}

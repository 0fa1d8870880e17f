import type { Invoice, Subscription } from '../model.ts'
import { nowOf, type StripeParts } from '../parts.ts'
import { closeInvoice, invoicesOf, subscriptionOf } from './invoices.ts'
import { day } from './periods.ts'
import { endSubscription } from './ending.ts'

/** Days from the first failure to each retry: eight within two weeks. */
const retryDays = [1, 2, 4, 6, 8, 10, 12, 14] as const

/** A paid invoice brings its subscription back, when it is the latest or the last one owed. */
export function afterPayment(parts: StripeParts, invoice: Invoice): void {
  const subscription = subscriptionOf(parts, invoice)
  if (subscription === undefined || !canRecover(parts, subscription, invoice)) return
  parts.events.update('customer.subscription.updated', subscription, () => {
    subscription.status = 'active'
  })
}

function canRecover(
  parts: StripeParts,
  { id, status, latest_invoice: latest }: Subscription,
  paid: Invoice,
): boolean {
  if (status === 'incomplete') return true
  if (status !== 'past_due' && status !== 'unpaid') return false
  return latest === paid.id || invoicesOf(parts, id).every((invoice) => invoice.status !== 'open')
}

/** A declined invoice waits for its next try, and after the last one the account's setting decides. */
export function afterFailure(parts: StripeParts, invoice: Invoice): void {
  const subscription = subscriptionOf(parts, invoice)
  const retriesItself = subscription !== undefined && subscription.status !== 'incomplete'
  invoice.next_payment_attempt = retriesItself ? nextTry(invoice, nowOf(parts)) : null
  parts.events.emit('invoice.payment_failed', invoice)
  if (!retriesItself) return
  parts.events.update('customer.subscription.updated', subscription, () => {
    if (subscription.status === 'active' || subscription.status === 'trialing')
      subscription.status = 'past_due'
  })
  if (invoice.next_payment_attempt === null) giveUp(parts, subscription, invoice)
}

function nextTry(invoice: Invoice, now: number): number | null {
  const offset = retryDays[invoice.attempt_count - 1]
  if (offset === undefined) return null
  const before = retryDays[invoice.attempt_count - 2] ?? 0
  return now + (offset - before) * day
}

function giveUp(parts: StripeParts, subscription: Subscription, invoice: Invoice): void {
  closeInvoice(invoice)
  const { afterRetries } = parts.account
  if (afterRetries === 'cancel') endSubscription(parts, subscription, 'payment_failed')
  if (afterRetries !== 'unpaid') return
  parts.events.update('customer.subscription.updated', subscription, () => {
    subscription.status = 'unpaid'
  })
}

import type { Subscription } from '../model.ts'
import { nowOf, type StripeParts } from '../parts.ts'
import { closeInvoice, invoicesOf, voidInvoice } from './invoices.ts'

export const isEnded = ({ status }: Subscription): boolean =>
  status === 'canceled' || status === 'incomplete_expired'

/** The end of a subscription. Open invoices stay owed, but nobody collects them any more. */
export function endSubscription(
  parts: StripeParts,
  subscription: Subscription,
  reason: 'cancellation_requested' | 'payment_failed',
): void {
  const now = nowOf(parts)
  for (const invoice of invoicesOf(parts, subscription.id)) {
    if (invoice.status === 'draft' || invoice.status === 'open') closeInvoice(invoice)
  }
  subscription.status = 'canceled'
  subscription.canceled_at ??= now
  subscription.ended_at = now
  subscription.cancellation_details = { ...subscription.cancellation_details, reason }
  parts.events.emit('customer.subscription.deleted', subscription)
}

/** A first payment that did not come within 23 hours. */
export function expireIncomplete(parts: StripeParts, subscription: Subscription): void {
  for (const invoice of invoicesOf(parts, subscription.id)) {
    if (invoice.status === 'open') voidInvoice(parts, invoice)
  }
  parts.events.update('customer.subscription.updated', subscription, () => {
    subscription.status = 'incomplete_expired'
    subscription.ended_at = nowOf(parts)
  })
}

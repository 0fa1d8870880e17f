import { listOf, type Invoice, type InvoiceLine, type Subscription, type SubscriptionItem } from '../model.ts'
import { nowOf, type StripeParts } from '../parts.ts'
import { invoicePageOf } from '../pages/addresses.ts'
import { newId } from '../store.ts'
import { hour } from './periods.ts'

/** How long a renewal's invoice stays a draft. */
const draftFor = hour

export interface LineDraft {
  readonly item: SubscriptionItem
  readonly amount: number
  readonly description: string
  readonly period: { readonly start: number; readonly end: number }
  readonly proration?: { readonly invoiceItem: string }
}

export interface InvoiceDraft {
  readonly subscription: Subscription
  readonly reason: Invoice['billing_reason']
  readonly lines: readonly LineDraft[]
  /** The usage period the invoice looks back on. */
  readonly period: { readonly start: number; readonly end: number }
}

/** A draft with its lines. It finalises itself later unless `finalizeInvoice` comes first. */
export function createInvoice(parts: StripeParts, draft: InvoiceDraft): Invoice {
  const { store, events } = parts
  const { subscription } = draft
  const id = newId('in_')
  const now = nowOf(parts)
  const customer = store.customers.get(subscription.customer)
  const total = draft.lines.reduce((sum, { amount }) => sum + amount, 0)
  const due = Math.max(0, total)
  const invoice = store.invoices.add<Invoice>({
    id,
    object: 'invoice',
    created: now,
    livemode: false,
    billing_reason: draft.reason,
    collection_method: 'charge_automatically',
    currency: subscription.currency,
    customer: subscription.customer,
    customer_email: customer?.email ?? null,
    customer_name: customer?.name ?? null,
    number: `SANDBOX-${String(store.invoices.list().length + 1).padStart(4, '0')}`,
    parent: {
      type: 'subscription_details',
      quote_details: null,
      subscription_details: { subscription: subscription.id, metadata: { ...subscription.metadata } },
    },
    period_start: draft.period.start,
    period_end: draft.period.end,
    subtotal: total,
    total,
    amount_due: due,
    amount_paid: 0,
    amount_remaining: due,
    attempt_count: 0,
    attempted: false,
    auto_advance: true,
    automatically_finalizes_at: now + draftFor,
    hosted_invoice_url: null,
    lines: listOf(
      draft.lines.map((line) => toLine(line, subscription, id)),
      `/v1/invoices/${id}/lines`,
    ),
    metadata: {},
    next_payment_attempt: now + draftFor,
    status: 'draft',
    status_transitions: {
      finalized_at: null,
      marked_uncollectible_at: null,
      paid_at: null,
      voided_at: null,
    },
  })
  events.update('customer.subscription.updated', subscription, () => {
    subscription.latest_invoice = id
  })
  events.emit('invoice.created', invoice)
  return invoice
}

/** From draft to open, with the payment that is to settle it. */
export function finalizeInvoice(parts: StripeParts, invoice: Invoice): void {
  const now = nowOf(parts)
  invoice.status = 'open'
  invoice.status_transitions.finalized_at = now
  invoice.automatically_finalizes_at = null
  invoice.hosted_invoice_url = invoicePageOf(parts.url, invoice.id)
  invoice.next_payment_attempt = now
  parts.events.emit('invoice.finalized', invoice)
}

export function voidInvoice(parts: StripeParts, invoice: Invoice): void {
  closeInvoice(invoice)
  invoice.status = 'void'
  invoice.amount_remaining = 0
  invoice.status_transitions.voided_at = nowOf(parts)
  parts.events.emit('invoice.voided', invoice)
}

export function markUncollectible(parts: StripeParts, invoice: Invoice): void {
  closeInvoice(invoice)
  invoice.status = 'uncollectible'
  invoice.status_transitions.marked_uncollectible_at = nowOf(parts)
  parts.events.emit('invoice.marked_uncollectible', invoice)
}

/** Nothing happens to this invoice by itself any more. */
export function closeInvoice(invoice: Invoice): void {
  invoice.auto_advance = false
  invoice.automatically_finalizes_at = null
  invoice.next_payment_attempt = null
}

export function subscriptionOf({ store }: StripeParts, invoice: Invoice): Subscription | undefined {
  return store.subscriptions.get(invoice.parent.subscription_details.subscription)
}

export function invoicesOf({ store }: StripeParts, subscriptionId: string): Invoice[] {
  return store.invoices
    .list()
    .filter(({ parent }) => parent.subscription_details.subscription === subscriptionId)
}

function toLine(draft: LineDraft, subscription: Subscription, invoice: string): InvoiceLine {
  const { item, amount, description, period, proration } = draft
  return {
    id: newId('il_'),
    object: 'line_item',
    livemode: false,
    amount,
    subtotal: amount,
    currency: subscription.currency,
    description,
    invoice,
    metadata: { ...subscription.metadata },
    quantity: item.quantity,
    subscription: subscription.id,
    period,
    pricing: {
      type: 'price_details',
      price_details: { price: item.price.id, product: item.price.product },
      unit_amount_decimal: item.price.unit_amount_decimal,
    },
    parent: {
      type: 'subscription_item_details',
      invoice_item_details: null,
      subscription_item_details: {
        invoice_item: proration?.invoiceItem ?? null,
        proration: proration !== undefined,
        subscription: subscription.id,
        subscription_item: item.id,
      },
    },
  }
}

import type { Charge, Invoice, InvoicePayment, PaymentError, PaymentIntent } from '../model.ts'
import { nowOf, type StripeParts } from '../parts.ts'
import { newId } from '../store.ts'
import { closeInvoice } from './invoices.ts'
import { afterFailure, afterPayment } from './outcome.ts'

/** Charges the customer's card for an open invoice. @returns why it was declined, if it was. */
export function payInvoice(parts: StripeParts, invoice: Invoice): PaymentError | undefined {
  if (invoice.amount_due === 0) {
    settle(parts, invoice)
    parts.events.emit('invoice.payment_succeeded', invoice)
    return undefined
  }
  const intent = intentOf(parts, invoice)
  const error = charge(parts, intent)
  invoice.attempted = true
  invoice.attempt_count += 1
  if (error === undefined) {
    succeed(parts, invoice, intent)
    return undefined
  }
  afterFailure(parts, invoice)
  return error
}

/** An asynchronous payment that is neither paid nor declined yet. */
export function processPayment(parts: StripeParts, invoice: Invoice): void {
  const intent = intentOf(parts, invoice)
  intent.payment_method = paymentMethodOf(parts, intent.customer)
  intent.status = 'processing'
  invoice.attempted = true
  invoice.attempt_count += 1
  invoice.next_payment_attempt = null
  parts.events.emit('payment_intent.processing', intent)
}

export function isProcessing(parts: StripeParts, invoice: Invoice): boolean {
  return findIntent(parts, invoice)?.status === 'processing'
}

/** What became of an asynchronous payment. */
export function resolvePayment(parts: StripeParts, invoice: Invoice, isPaid: boolean): void {
  const intent = intentOf(parts, invoice)
  if (isPaid) {
    keepCharge(parts, intent, undefined)
    succeed(parts, invoice, intent)
  } else {
    keepCharge(parts, intent, decline('generic_decline'))
    afterFailure(parts, invoice)
  }
}

/** Paid by cheque or transfer: `invoice.paid`, and no payment attempt. */
export function payOutOfBand(parts: StripeParts, invoice: Invoice): void {
  settle(parts, invoice)
}

/** The payment of an invoice, made when it is first tried. */
function intentOf(parts: StripeParts, invoice: Invoice): PaymentIntent {
  return findIntent(parts, invoice) ?? createIntent(parts, invoice)
}

function findIntent({ store }: StripeParts, invoice: Invoice): PaymentIntent | undefined {
  const made = store.invoicePayments.list().find((payment) => payment.invoice === invoice.id)
  return store.paymentIntents.get(made?.payment.payment_intent ?? null)
}

function createIntent(parts: StripeParts, invoice: Invoice): PaymentIntent {
  const { store, events } = parts
  const id = newId('pi_')
  const intent = store.paymentIntents.add<PaymentIntent>({
    id,
    object: 'payment_intent',
    created: nowOf(parts),
    livemode: false,
    amount: invoice.amount_due,
    client_secret: newId(`${id}_secret_`),
    currency: invoice.currency,
    customer: invoice.customer,
    amount_received: 0,
    last_payment_error: null,
    latest_charge: null,
    metadata: {},
    payment_method: null,
    status: 'requires_payment_method',
  })
  store.invoicePayments.add<InvoicePayment>({
    id: newId('inpay_'),
    object: 'invoice_payment',
    created: nowOf(parts),
    livemode: false,
    amount_requested: invoice.amount_due,
    currency: invoice.currency,
    invoice: invoice.id,
    is_default: true,
    payment: { type: 'payment_intent', payment_intent: id },
    amount_paid: null,
    status: 'open',
    status_transitions: { canceled_at: null, paid_at: null },
  })
  events.emit('payment_intent.created', intent)
  return intent
}

function charge(parts: StripeParts, intent: PaymentIntent): PaymentError | undefined {
  intent.payment_method = paymentMethodOf(parts, intent.customer)
  const error = askCard(parts, intent.customer)
  keepCharge(parts, intent, error)
  return error
}

/** Why a charge of this customer's card is declined now, if it is. */
export function askCard(parts: StripeParts, customerId: string): PaymentError | undefined {
  const armed = parts.faults.take(['card_declined'])
  const isDeclined =
    armed !== undefined ||
    paymentMethodOf(parts, customerId) === null ||
    parts.cards.behaviour(customerId) === 'declines'
  return isDeclined ? decline(armed?.options.decline_code ?? 'generic_decline') : undefined
}

function keepCharge(parts: StripeParts, intent: PaymentIntent, error: PaymentError | undefined): void {
  const { store, events } = parts
  const isPaid = error === undefined
  const made = store.charges.add<Charge>({
    id: newId('ch_'),
    object: 'charge',
    created: nowOf(parts),
    livemode: false,
    amount: intent.amount,
    amount_captured: isPaid ? intent.amount : 0,
    captured: isPaid,
    currency: intent.currency,
    customer: intent.customer,
    failure_code: error?.code ?? null,
    failure_message: error?.message ?? null,
    paid: isPaid,
    payment_intent: intent.id,
    payment_method: intent.payment_method,
    status: isPaid ? 'succeeded' : 'failed',
    disputed: false,
    amount_refunded: 0,
    metadata: {},
    refunded: false,
  })
  intent.latest_charge = made.id
  intent.last_payment_error = error ?? null
  intent.status = isPaid ? 'succeeded' : 'requires_payment_method'
  intent.amount_received = made.amount_captured
  events.emit(isPaid ? 'charge.succeeded' : 'charge.failed', made)
  events.emit(isPaid ? 'payment_intent.succeeded' : 'payment_intent.payment_failed', intent)
}

function succeed(parts: StripeParts, invoice: Invoice, intent: PaymentIntent): void {
  const payment = parts.store.invoicePayments.list().find((made) => made.invoice === invoice.id)
  if (payment !== undefined) {
    payment.amount_paid = intent.amount
    payment.status = 'paid'
    payment.status_transitions.paid_at = nowOf(parts)
    parts.events.emit('invoice_payment.paid', payment)
  }
  settle(parts, invoice)
  parts.events.emit('invoice.payment_succeeded', invoice)
}

function settle(parts: StripeParts, invoice: Invoice): void {
  closeInvoice(invoice)
  invoice.attempted = true
  invoice.status = 'paid'
  invoice.amount_paid = invoice.amount_due
  invoice.amount_remaining = 0
  invoice.status_transitions.paid_at = nowOf(parts)
  parts.events.emit('invoice.paid', invoice)
  afterPayment(parts, invoice)
}

/** The card a customer's payments are made with. */
export function paymentMethodOf({ store }: StripeParts, customerId: string): string | null {
  return store.customers.get(customerId)?.invoice_settings.default_payment_method ?? null
}

export function decline(code: string): PaymentError {
  return {
    type: 'card_error',
    code: 'card_declined',
    decline_code: code,
    message: 'Your card was declined.',
  }
}

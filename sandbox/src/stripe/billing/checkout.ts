import type { CheckoutSession, Customer, Metadata, Price } from '../model.ts'
import { nowOf, type StripeParts } from '../parts.ts'
import { checkoutPageOf } from '../pages/addresses.ts'
import { newId } from '../store.ts'
import { createCustomer, giveCard } from './customers.ts'
import { isProcessing, payInvoice, processPayment, resolvePayment } from './payments.ts'
import { day } from './periods.ts'
import { createSubscription } from './subscriptions.ts'

export const outcomes = ['paid', 'declined', 'abandoned', 'pending'] as const
export type Outcome = (typeof outcomes)[number]

/** What a session will make of itself when it is completed; Stripe shows only a part of it. */
export interface CheckoutPlan {
  readonly items: readonly { readonly price: Price; readonly quantity: number }[]
  readonly trialDays: number | null
  readonly metadata: Metadata
}

export interface NewSession extends CheckoutPlan {
  readonly customer: string | null
  readonly customerEmail: string | null
  readonly clientReferenceId: string | null
  readonly sessionMetadata: Metadata
  readonly successUrl: string
  readonly cancelUrl: string | null
  readonly expiresAt: number | null
}

export function openSession(parts: StripeParts, given: NewSession): CheckoutSession {
  const id = newId('cs_test_')
  const now = nowOf(parts)
  const total = given.items.reduce((sum, { price, quantity }) => sum + price.unit_amount * quantity, 0)
  const due = given.trialDays === null ? total : 0
  parts.plans.set(id, { items: given.items, trialDays: given.trialDays, metadata: given.metadata })
  return parts.store.sessions.add<CheckoutSession>({
    id,
    object: 'checkout.session',
    created: now,
    livemode: false,
    amount_subtotal: due,
    amount_total: due,
    cancel_url: given.cancelUrl,
    client_reference_id: given.clientReferenceId,
    currency: given.items[0]?.price.currency ?? 'usd',
    customer_email: given.customerEmail,
    mode: 'subscription',
    payment_method_collection: 'always',
    payment_method_types: ['card'],
    success_url: given.successUrl,
    ui_mode: 'hosted_page',
    customer: given.customer,
    customer_details: detailsOf(parts.store.customers.get(given.customer), given.customerEmail),
    expires_at: given.expiresAt ?? now + day,
    invoice: null,
    metadata: given.sessionMetadata,
    payment_intent: null,
    payment_status: 'unpaid',
    status: 'open',
    subscription: null,
    url: checkoutPageOf(parts.url, id),
  })
}

function detailsOf(
  customer: Customer | undefined,
  email: string | null,
): CheckoutSession['customer_details'] {
  if (customer !== undefined) return { email: customer.email, name: customer.name }
  return email === null ? null : { email, name: null }
}

/** Whether somebody can still do something with this session: pay it, or see its pending payment through. */
export function isFinishable(parts: StripeParts, session: CheckoutSession): boolean {
  if (session.status !== 'complete') return session.status === 'open'
  const invoice = parts.store.invoices.get(session.invoice)
  return invoice !== undefined && isProcessing(parts, invoice)
}

/**
 * What the person at the checkout does. A pending payment makes the session complete and unpaid; finishing such a
 * session once more as paid or declined sees the payment through.
 * @returns where the browser goes next; undefined when it stays, after a decline.
 */
export function finishCheckout(
  parts: StripeParts,
  session: CheckoutSession,
  outcome: Outcome,
): string | undefined {
  if (session.status === 'complete') {
    seeThrough(parts, session, outcome === 'paid')
    return returnTo(session)
  }
  if (outcome === 'declined') return undefined
  if (outcome === 'abandoned') {
    expireSession(parts, session)
    return session.cancel_url ?? undefined
  }
  return completeSession(parts, session, outcome === 'pending') ? returnTo(session) : undefined
}

export function expireSession(parts: StripeParts, session: CheckoutSession): void {
  session.status = 'expired'
  session.url = null
  session.expires_at = Math.min(session.expires_at, nowOf(parts))
  parts.events.emit('checkout.session.expired', session)
}

function returnTo({ success_url: url, id }: CheckoutSession): string {
  return url.replaceAll('{CHECKOUT_SESSION_ID}', id)
}

/** @returns false when the card was declined after all. */
function completeSession(parts: StripeParts, session: CheckoutSession, isPending: boolean): boolean {
  const plan = parts.plans.get(session.id)
  const isTrial = plan?.trialDays != null
  // A declined card leaves nothing behind but the attempt: subscription and invoice exist once it is complete.
  if (plan === undefined || (!isTrial && !isPending && parts.faults.take(['card_declined']) !== undefined))
    return false
  const customer =
    parts.store.customers.get(session.customer) ?? createCustomer(parts, { email: session.customer_email })
  const card = giveCard(parts, customer, 'works')
  const { subscription, invoice } = createSubscription(parts, {
    customer: customer.id,
    items: plan.items,
    trialEnd: plan.trialDays === null ? null : nowOf(parts) + plan.trialDays * day,
    metadata: plan.metadata,
    defaultPaymentMethod: card.id,
  })
  if (isPending && !isTrial) processPayment(parts, invoice)
  else payInvoice(parts, invoice)
  Object.assign(session, {
    customer: customer.id,
    customer_details: { email: customer.email ?? session.customer_email, name: customer.name },
    invoice: invoice.id,
    payment_status: paymentStatus(isTrial, isPending),
    status: 'complete',
    subscription: subscription.id,
    url: null,
  } satisfies Partial<CheckoutSession>)
  parts.events.emit('checkout.session.completed', session)
  return true
}

function paymentStatus(isTrial: boolean, isPending: boolean): CheckoutSession['payment_status'] {
  if (isTrial) return 'no_payment_required'
  return isPending ? 'unpaid' : 'paid'
}

function seeThrough(parts: StripeParts, session: CheckoutSession, isPaid: boolean): void {
  const invoice = parts.store.invoices.get(session.invoice)
  if (invoice === undefined) return
  resolvePayment(parts, invoice, isPaid)
  if (isPaid) session.payment_status = 'paid'
  parts.events.emit(`checkout.session.async_payment_${isPaid ? 'succeeded' : 'failed'}`, session)
}

/** The one place that knows where Stripe keeps a thing, today and before 2025-03-31. */
import { z } from 'zod'
import { type Fact, ranks, type Seen } from './facts.ts'

/** An object, or its id where it is not expanded. */
const reference = z
  .union([z.string(), z.object({ id: z.string() }).transform(({ id }) => id)])
  .nullish()
  .transform((id) => id ?? null)
const seconds = z
  .number()
  .nullish()
  .transform((time) => (time == null ? null : time * 1_000))

const price = z.object({ id: z.string(), unit_amount: z.number().nullish(), currency: z.string().nullish() })

const subscriptionShape = z.object({
  id: z.string(),
  customer: reference,
  status: z.string(),
  currency: z.string().default('usd'),
  cancel_at: seconds,
  cancel_at_period_end: z.boolean().default(false),
  canceled_at: seconds,
  ended_at: seconds,
  trial_start: seconds,
  trial_end: seconds,
  /** Before 2025-03-31; since then each item has its own. */
  current_period_end: seconds,
  cancellation_details: z.object({ reason: z.string().nullish() }).nullish(),
  items: z.object({
    data: z.array(z.object({ price, quantity: z.number().nullish(), current_period_end: seconds })),
  }),
})

const invoiceLine = z.object({
  amount: z.number(),
  period: z.object({ start: z.number(), end: z.number() }),
  /** Since 2025-03-31. */
  pricing: z.object({ price_details: z.object({ price: reference }).nullish() }).nullish(),
  /** Before. */
  price: reference,
})

const invoiceShape = z.object({
  id: z.string(),
  customer: reference,
  status: z.string().nullish(),
  currency: z.string(),
  amount_paid: z.number(),
  attempt_count: z.number(),
  billing_reason: z.string().nullish(),
  status_transitions: z.object({ paid_at: seconds }).nullish(),
  /** Since 2025-03-31. */
  parent: z.object({ subscription_details: z.object({ subscription: reference }).nullish() }).nullish(),
  /** Before. */
  subscription: reference,
  lines: z.object({ data: z.array(invoiceLine) }),
})
type InvoiceShape = z.output<typeof invoiceShape>

const sessionShape = z.object({
  id: z.string(),
  customer: reference,
  subscription: reference,
})

const chargeShape = z.object({
  id: z.string(),
  customer: reference,
  amount_refunded: z.number(),
  currency: z.string(),
})

const eventShape = z.object({
  id: z.string().min(1).max(255),
  object: z.literal('event'),
  type: z.string().min(1).max(200),
  api_version: z.string().nullish(),
  created: z.number().transform((time) => time * 1_000),
  data: z.object({ object: z.record(z.string(), z.unknown()) }),
})

/** An event as Stripe sends it, with what every one of them has. */
export const readEvent = (payload: unknown) => eventShape.parse(payload)
export type StripeEvent = ReturnType<typeof readEvent>

export const isEvent = (payload: unknown): boolean => eventShape.safeParse(payload).success

/** Events of the second version carry no object; nothing here can be read from them. */
export const isThin = (payload: unknown): boolean =>
  (payload as { object?: unknown } | null)?.object === 'v2.core.event'

/** What an object told, and whose it is. */
export interface Telling {
  readonly customer: string | null
  readonly facts: readonly Fact[]
}

const readers: Readonly<Record<string, (event: StripeEvent) => Telling>> = {
  'checkout.session.completed': ofSession('completed'),
  'checkout.session.async_payment_succeeded': ofSession('paid'),
  'checkout.session.async_payment_failed': ofSession('failed'),
  'checkout.session.expired': ofSession('expired'),
  'invoice.paid': ofInvoice,
  'invoice.payment_succeeded': ofInvoice,
  'invoice.payment_failed': ofFailure,
  'invoice.voided': ofInvoice,
  'customer.subscription.created': ofSubscription(ranks.created),
  'customer.subscription.updated': ofSubscription(ranks.changed),
  'customer.subscription.paused': ofSubscription(ranks.changed),
  'customer.subscription.resumed': ofSubscription(ranks.changed),
  'customer.subscription.trial_will_end': ofSubscription(ranks.changed),
  'customer.subscription.deleted': ofSubscription(ranks.ended),
  'charge.refunded': ofRefund,
  // What a plan includes stands in our own table.
  'entitlements.active_entitlement_summary.updated': () => ({ customer: null, facts: [] }),
}

/** What an event told; undefined for a type that means nothing here. */
export const tellingOf = (event: StripeEvent): Telling | undefined => readers[event.type]?.(event)

/** The facts of a subscription that was read again, as it was seen right after `happenedAt`. */
export const readSubscription = (object: unknown, at: { key: string; happenedAt: number }): Telling =>
  tellSubscription(object, { ...at, rank: ranks.read })

/** The facts of an invoice that was read again. */
export const readInvoice = (object: unknown): Telling => tellInvoice(invoiceShape.parse(object), 0)

function ofSubscription(rank: number) {
  return (event: StripeEvent): Telling =>
    tellSubscription(event.data.object, { key: event.id, happenedAt: event.created, rank })
}

function tellSubscription(
  object: unknown,
  at: { readonly key: string; readonly happenedAt: number; readonly rank: number },
): Telling {
  const subscription = subscriptionShape.parse(object)
  const { id, customer, status } = subscription
  const seen = seenOf(subscription, at.rank)
  const facts: Fact[] = [
    { kind: 'seen', key: at.key, subscription: id, happenedAt: at.happenedAt, details: seen },
  ]
  if (status === 'canceled' || status === 'incomplete_expired') {
    const reason = subscription.cancellation_details?.reason ?? null
    const happenedAt = subscription.ended_at ?? subscription.canceled_at ?? at.happenedAt
    facts.push({ kind: 'ended', key: id, subscription: id, happenedAt, details: { reason } })
  }
  return { customer, facts }
}

function seenOf(subscription: z.output<typeof subscriptionShape>, rank: number): Seen {
  const items = subscription.items.data
  const periodEnds = [subscription.current_period_end, ...items.map((item) => item.current_period_end)]
  const periodEnd = Math.max(...periodEnds.map((end) => end ?? 0))
  const [first] = items
  return {
    status: subscription.status,
    price: first?.price.id ?? null,
    amount: items.reduce((sum, item) => sum + (item.price.unit_amount ?? 0) * (item.quantity ?? 1), 0),
    currency: subscription.currency,
    trialStart: subscription.trial_start,
    trialEnd: subscription.trial_end,
    cancelAt:
      subscription.cancel_at ?? (subscription.cancel_at_period_end && periodEnd > 0 ? periodEnd : null),
    rank,
  }
}

const subscriptionOf = (invoice: InvoiceShape): string | null =>
  invoice.parent?.subscription_details?.subscription ?? invoice.subscription

/** Access goes by the lines; the invoice's own period looks back. */
const periodEndOf = ({ lines }: InvoiceShape): number =>
  Math.max(0, ...lines.data.map(({ period }) => period.end * 1_000))

function ofInvoice(event: StripeEvent): Telling {
  return tellInvoice(invoiceShape.parse(event.data.object), event.created)
}

function tellInvoice(invoice: InvoiceShape, toldAt: number): Telling {
  const { id, customer, status } = invoice
  const subscription = subscriptionOf(invoice)
  if (subscription === null) return { customer, facts: [] }
  if (status === 'void') {
    return {
      customer,
      facts: [{ kind: 'voided', key: id, subscription, happenedAt: toldAt, details: { invoice: id } }],
    }
  }
  if (status !== 'paid') return { customer, facts: [] }
  const main = invoice.lines.data.toSorted((a, b) => b.period.end - a.period.end || b.amount - a.amount)[0]
  return {
    customer,
    facts: [
      {
        kind: 'paid',
        key: id,
        subscription,
        happenedAt: invoice.status_transitions?.paid_at ?? toldAt,
        details: {
          invoice: id,
          reason: invoice.billing_reason ?? '',
          amount: invoice.amount_paid,
          currency: invoice.currency,
          price: main?.pricing?.price_details?.price ?? main?.price ?? null,
          periodStart: (main?.period.start ?? 0) * 1_000,
          periodEnd: periodEndOf(invoice),
        },
      },
    ],
  }
}

/** At the event's own time: the invoice says nothing of when it was tried. */
function ofFailure(event: StripeEvent): Telling {
  const invoice = invoiceShape.parse(event.data.object)
  const { id, customer, attempt_count: attempt } = invoice
  const subscription = subscriptionOf(invoice)
  if (subscription === null) return { customer, facts: [] }
  const details = { invoice: id, attempt, periodEnd: periodEndOf(invoice) }
  return {
    customer,
    facts: [
      { kind: 'payment_failed', key: `${id}:${attempt}`, subscription, happenedAt: event.created, details },
    ],
  }
}

function ofSession(state: string) {
  return (event: StripeEvent): Telling => {
    const { id, customer, subscription } = sessionShape.parse(event.data.object)
    const details = { session: id, state }
    return {
      customer,
      facts: [{ kind: 'checkout', key: `${id}:${state}`, subscription, happenedAt: event.created, details }],
    }
  }
}

/** Money given back; whether that ends a subscription is decided by whoever ends it. */
function ofRefund(event: StripeEvent): Telling {
  const { id, customer, amount_refunded: amount, currency } = chargeShape.parse(event.data.object)
  const details = { charge: id, amount, currency }
  return {
    customer,
    facts: [
      { kind: 'refunded', key: `${id}:${amount}`, subscription: null, happenedAt: event.created, details },
    ],
  }
}

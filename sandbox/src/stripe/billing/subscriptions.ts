import {
  listOf,
  type Invoice,
  type Metadata,
  type Price,
  type Recurring,
  type Subscription,
  type SubscriptionItem,
} from '../model.ts'
import { nameOf } from '../names.ts'
import { nowOf, type StripeParts } from '../parts.ts'
import { newId } from '../store.ts'
import { createInvoice, finalizeInvoice, type LineDraft } from './invoices.ts'
import { day, nextBoundary } from './periods.ts'
import { takeProrations } from './prorations.ts'

export interface NewSubscription {
  readonly customer: string
  readonly items: readonly { readonly price: Price; readonly quantity: number }[]
  readonly trialEnd: number | null
  readonly metadata: Metadata
  readonly defaultPaymentMethod: string | null
  readonly cancelAt?: number | null
  readonly cancelAtPeriodEnd?: boolean
  readonly missingPaymentMethod?: Subscription['trial_settings']['end_behavior']['missing_payment_method']
}

/** A subscription with its first invoice: open, or paid with nothing when it starts on trial. */
export function createSubscription(
  parts: StripeParts,
  given: NewSubscription,
): { readonly subscription: Subscription; readonly invoice: Invoice } {
  const now = nowOf(parts)
  const id = newId('sub_')
  const anchor = given.trialEnd ?? now
  const isTrial = given.trialEnd !== null
  const subscription: Subscription = {
    id,
    object: 'subscription',
    created: now,
    livemode: false,
    collection_method: 'charge_automatically',
    currency: given.items[0]?.price.currency ?? 'usd',
    customer: given.customer,
    start_date: now,
    billing_cycle_anchor: anchor,
    cancel_at: given.cancelAt ?? null,
    cancel_at_period_end: given.cancelAtPeriodEnd ?? false,
    canceled_at: null,
    cancellation_details: { comment: null, feedback: null, reason: null },
    default_payment_method: given.defaultPaymentMethod,
    ended_at: null,
    items: listOf(
      given.items.map(({ price, quantity }) => ({
        id: newId('si_').slice(0, 17),
        object: 'subscription_item' as const,
        created: now,
        subscription: id,
        current_period_start: now,
        current_period_end: given.trialEnd ?? nextBoundary(anchor, recurringOf(price), now),
        price,
        quantity,
        metadata: {},
      })),
      `/v1/subscription_items?subscription=${id}`,
    ),
    latest_invoice: null,
    metadata: given.metadata,
    pause_collection: null,
    status: isTrial ? 'trialing' : 'incomplete',
    trial_start: isTrial ? now : null,
    trial_end: given.trialEnd,
    trial_settings: {
      end_behavior: { missing_payment_method: given.missingPaymentMethod ?? 'create_invoice' },
    },
  }
  parts.store.subscriptions.add(subscription)
  parts.events.emit('customer.subscription.created', subscription)
  const invoice = createInvoice(parts, {
    subscription,
    reason: 'subscription_create',
    lines: subscription.items.data.map((item) => (isTrial ? trialLine : periodLine)(parts, item)),
    period: { start: now, end: now },
  })
  finalizeInvoice(parts, invoice)
  return { subscription, invoice }
}

export function recurringOf({ recurring }: Price): Recurring {
  return recurring ?? { interval: 'month', interval_count: 1, usage_type: 'licensed' }
}

export function periodEnd({ items }: Subscription): number {
  return Math.max(...items.data.map((item) => item.current_period_end))
}

/** When the trial's end is announced: three days before, at once when it is shorter. */
export function trialWarningAt({ trial_end: end, trial_start: start }: Subscription): number | undefined {
  return end === null || start === null ? undefined : Math.max(start, end - 3 * day)
}

/** The next period, with an invoice that stays a draft for an hour. */
export function renew(parts: StripeParts, subscription: Subscription): Invoice {
  const start = periodEnd(subscription)
  const before = { start: subscription.items.data[0]?.current_period_start ?? start, end: start }
  parts.events.update('customer.subscription.updated', subscription, () => {
    for (const item of subscription.items.data) {
      item.current_period_start = start
      item.current_period_end = nextBoundary(
        subscription.billing_cycle_anchor,
        recurringOf(item.price),
        start,
      )
    }
    if (subscription.status === 'trialing') subscription.status = 'active'
  })
  return createInvoice(parts, {
    subscription,
    reason: 'subscription_cycle',
    lines: cycleLines(parts, subscription, takeProrations(parts, subscription)),
    period: before,
  })
}

/** A new cycle from now on, invoiced at once: after a pause, or when a trial is ended early. */
export function restartCycle(parts: StripeParts, subscription: Subscription): Invoice {
  const now = nowOf(parts)
  subscription.billing_cycle_anchor = now
  for (const item of subscription.items.data) {
    item.current_period_start = now
    item.current_period_end = nextBoundary(now, recurringOf(item.price), now)
  }
  const invoice = createInvoice(parts, {
    subscription,
    reason: 'subscription_update',
    lines: cycleLines(parts, subscription, takeProrations(parts, subscription)),
    period: { start: now, end: now },
  })
  finalizeInvoice(parts, invoice)
  return invoice
}

/** A whole period of everything, after what waited for the next invoice. */
export function cycleLines(
  parts: StripeParts,
  { items }: Subscription,
  prorations: readonly LineDraft[] = [],
): readonly LineDraft[] {
  return [...prorations, ...items.data.map((item) => periodLine(parts, item))]
}

/** On trial without a card, for a subscription that then wants none: it waits for its customer. */
export function pause(parts: StripeParts, subscription: Subscription): void {
  subscription.status = 'paused'
  parts.events.emit('customer.subscription.paused', subscription, { status: 'trialing' })
}

function periodLine({ store }: StripeParts, item: SubscriptionItem): LineDraft {
  const { price, quantity } = item
  return {
    item,
    amount: price.unit_amount * quantity,
    description: `${quantity} × ${nameOf(store, price)}`,
    period: { start: item.current_period_start, end: item.current_period_end },
  }
}

function trialLine(parts: StripeParts, item: SubscriptionItem): LineDraft {
  return {
    ...periodLine(parts, item),
    amount: 0,
    description: `Trial period for ${nameOf(parts.store, item.price)}`,
  }
}

import type { Clock } from '../kit/clock.ts'
import type { MovableClock } from '../kit/movable-clock.ts'
import type { Cards } from './billing/cards.ts'
import type { CheckoutPlan } from './billing/checkout.ts'
import type { LineDraft } from './billing/invoices.ts'
import type { Entitlements } from './billing/entitlements.ts'
import type { Events } from './events.ts'
import type { StripeFaults } from './faults.ts'
import type { Idempotency } from './api/idempotency.ts'
import type { Store } from './store.ts'
import type { Ticker } from './billing/ticker.ts'
import type { Webhooks } from './webhooks.ts'

export const afterRetries = ['cancel', 'unpaid', 'past_due'] as const

/** What the owner of an account sets in Stripe's Dashboard. */
export interface AccountSettings {
  /** What a subscription becomes when the last retry of a payment has failed. */
  afterRetries: (typeof afterRetries)[number]
}

/** What Stripe is made of; every rule and route gets it. */
export interface StripeParts {
  /** The sandbox's own address. */
  readonly url: string
  /** Billing time. */
  readonly clock: MovableClock
  /** The machine's time, which signatures carry. */
  readonly machineClock: Clock
  readonly store: Store
  readonly events: Events
  readonly webhooks: Webhooks
  readonly cards: Cards
  /** Proration lines that wait for the next invoice, by subscription. */
  readonly pending: Map<string, readonly LineDraft[]>
  readonly faults: StripeFaults
  readonly idempotency: Idempotency
  /** Subscriptions whose trial's end has been announced. */
  readonly warned: Set<string>
  /** What each checkout session is for. */
  readonly plans: Map<string, CheckoutPlan>
  readonly account: AccountSettings
  readonly ticker: Ticker
  readonly entitlements: Entitlements
}

/** Billing time in seconds, as Stripe writes it. */
export function nowOf({ clock }: Pick<StripeParts, 'clock'>): number {
  return Math.floor(clock.now().getTime() / 1000)
}

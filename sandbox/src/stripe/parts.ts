import type { Clock } from '../kit/clock.ts'
import type { MovableClock } from '../kit/movable-clock.ts'
import type { CardBehaviour, Cards } from './billing/cards.ts'
import type { CheckoutPlan } from './billing/checkout.ts'
import type { LineDraft } from './billing/invoices.ts'
import type { Entitlements } from './billing/entitlements.ts'
import type { Events } from './events.ts'
import type { StripeFaults } from './faults.ts'
import type { Idempotency, KeptAnswer } from './api/idempotency.ts'
import type { StateFile } from '../kit/state-file.ts'
import type { ActiveEntitlement } from './model.ts'
import type { Store } from './store.ts'
import type { Ticker } from './billing/ticker.ts'
import type { Webhooks } from './webhooks.ts'

export const afterRetries = ['cancel', 'unpaid', 'past_due'] as const

/** What the owner of an account sets in Stripe's Dashboard. */
export interface AccountSettings {
  /** What a subscription becomes when the last retry of a payment has failed. */
  afterRetries: (typeof afterRetries)[number]
}

/** What Stripe remembers beside its objects. */
export interface Memory {
  /** How each customer's cards behave. */
  readonly cards: Map<string, CardBehaviour>
  /** Proration lines that wait for the next invoice, by subscription. */
  readonly pending: Map<string, readonly LineDraft[]>
  /** What each checkout session is for. */
  readonly plans: Map<string, CheckoutPlan>
  /** Subscriptions whose trial's end has been announced. */
  readonly warned: Set<string>
  /** The answers to requests with an idempotency key. */
  readonly answers: Map<string, KeptAnswer>
  /** What each customer may use. */
  readonly granted: Map<string, readonly ActiveEntitlement[]>
}

/** What Stripe is made of; every rule and route gets it. */
export interface StripeParts extends Pick<Memory, 'pending' | 'plans' | 'warned'> {
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
  readonly faults: StripeFaults
  readonly idempotency: Idempotency
  readonly account: AccountSettings
  readonly ticker: Ticker
  readonly entitlements: Entitlements
  readonly memory: Memory
  readonly state: StateFile
}

/** Billing time in seconds, as Stripe writes it. */
export function nowOf({ clock }: Pick<StripeParts, 'clock'>): number {
  return Math.floor(clock.now().getTime() / 1000)
}

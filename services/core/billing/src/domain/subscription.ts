/** What the facts of one subscription amount to. Times are epoch ms. */
export interface SubscriptionState {
  /** The price it is for, by Stripe's id; null while nothing told of it. */
  readonly priceId: string | null
  /** What it costs a month, in cents. */
  readonly amount: number | null
  readonly currency: string | null
  /** Money came in, beyond a trial. */
  readonly hasPaid: boolean
  /** The end of the greatest period that was paid, or is on trial. */
  readonly paidUntil: number | null
  /** Null without a trial, and once a period beyond it was paid. */
  readonly trialEndsAt: number | null
  readonly hadTrial: boolean
  readonly startedAt: number | null
  /** Failed attempts at the invoice that is owed. */
  readonly failedPayments: number
  readonly graceEndsAt: number | null
  readonly isPaused: boolean
  readonly cancelAt: number | null
  readonly endedAt: number | null
}

export type SubscriptionStatus = 'incomplete' | 'trialing' | 'active' | 'past_due' | 'suspended' | 'ended'

/** Attempts after which nothing is waited for any more. */
export const lastAttempt = 3

type Judged = Pick<
  SubscriptionState,
  'paidUntil' | 'trialEndsAt' | 'failedPayments' | 'graceEndsAt' | 'isPaused' | 'endedAt'
>

/** What it is at a moment. Ends are judged when they are read. */
export function statusAt(state: Judged, now: number): SubscriptionStatus {
  if (state.endedAt !== null) return 'ended'
  if (state.isPaused) return 'suspended'
  if (state.failedPayments > 0) {
    const isOver =
      state.failedPayments >= lastAttempt || (state.graceEndsAt !== null && state.graceEndsAt <= now)
    return isOver ? 'suspended' : 'past_due'
  }
  if (state.trialEndsAt !== null && state.trialEndsAt > now) return 'trialing'
  return state.paidUntil === null ? 'incomplete' : 'active'
}

/** The moment at which time alone will change the status, if there is one. */
export function statusChangesAt(state: Judged, now: number): number | null {
  const status = statusAt(state, now)
  if (status === 'past_due') return state.graceEndsAt
  return status === 'trialing' ? state.trialEndsAt : null
}

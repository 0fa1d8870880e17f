import type { SubscriptionStatus } from './subscription.ts'

/** A subscription as the figures count it. */
export interface Counted {
  readonly planId: string | null
  readonly amount: number
  readonly currency: string
  readonly status: SubscriptionStatus
  readonly hasPaid: boolean
  readonly startedAt: number | null
  readonly endedAt: number | null
}

export interface Figures {
  readonly mrrCents: number
  readonly activeSubscriptions: number
  readonly trialingSubscriptions: number
  readonly churnedThisMonth: number
  readonly churnRate: number
  readonly newSignupsThisMonth: number
  readonly plans: readonly {
    readonly planId: string
    readonly subscriptions: number
    readonly mrrCents: number
  }[]
}

/** Paid for now: what failed counts until its grace is over, a trial does not. */
const isPaying = ({ status, hasPaid }: Counted): boolean =>
  hasPaid && (status === 'active' || status === 'past_due')
const isUsable = ({ status }: Counted): boolean =>
  status === 'active' || status === 'past_due' || status === 'trialing'

/** The figures of one currency at a moment; months are those of UTC. */
export function figuresOf(subscriptions: readonly Counted[], now: number): Figures {
  const date = new Date(now)
  const month = Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1)
  const usable = subscriptions.filter(isUsable)
  const hasBegun = ({ startedAt }: Counted): boolean => startedAt !== null && startedAt < month
  const paidBefore = subscriptions.filter(
    (one) => one.hasPaid && hasBegun(one) && (one.endedAt === null || one.endedAt >= month),
  )
  const churned = subscriptions.filter((one) => one.hasPaid && one.endedAt !== null && one.endedAt >= month)
  const lost = paidBefore.filter(({ endedAt }) => endedAt !== null)
  return {
    mrrCents: mrrOf(subscriptions),
    activeSubscriptions: usable.length,
    trialingSubscriptions: usable.filter(({ status }) => status === 'trialing').length,
    churnedThisMonth: churned.length,
    churnRate: paidBefore.length === 0 ? 0 : lost.length / paidBefore.length,
    newSignupsThisMonth: subscriptions.filter(({ startedAt }) => startedAt !== null && startedAt >= month)
      .length,
    plans: [...Map.groupBy(usable, ({ planId }) => planId ?? '')]
      .filter(([planId]) => planId !== '')
      .map(([planId, ones]) => ({ planId, subscriptions: ones.length, mrrCents: mrrOf(ones) }))
      .toSorted((a, b) => a.planId.localeCompare(b.planId)),
  }
}

const mrrOf = (subscriptions: readonly Counted[]): number =>
  subscriptions.filter(isPaying).reduce((sum, { amount }) => sum + amount, 0)

import { type Fact, factsOfKind } from './facts.ts'
import { foldSubscription, owedInvoices } from './fold.ts'
import { lastAttempt } from './subscription.ts'

export const noticeKinds = [
  'subscription_confirmed',
  'subscription_renewed',
  'subscription_canceled',
  'subscription_reinstated',
  'payment_failed_warning',
  'payment_failed_urgent',
  'license_suspended',
] as const
export type NoticeKind = (typeof noticeKinds)[number]

/** A mail that something gives reason for; `key` is the invoice, or the subscription. */
export interface Notice {
  readonly kind: NoticeKind
  readonly key: string
}

const afterAttempt: readonly (readonly [number, NoticeKind])[] = [
  [1, 'payment_failed_warning'],
  [2, 'payment_failed_urgent'],
]
/** What a payment takes the reason from. */
export const dunningKinds: readonly NoticeKind[] = [
  'payment_failed_warning',
  'payment_failed_urgent',
  'license_suspended',
]

/** What a payment gives the reason for. */
const paymentKinds: ReadonlySet<NoticeKind> = new Set(['subscription_renewed', 'subscription_reinstated'])

/** What was paid while it ran: what is paid for one that has ended brings nothing back. */
function paidInTime(facts: readonly Fact[]) {
  const { endedAt } = foldSubscription(facts)
  return factsOfKind(facts, 'paid').filter(({ happenedAt }) => endedAt === null || happenedAt <= endedAt)
}

/**
 * What the facts of a subscription give reason to tell; the order in which they came makes no difference. Who was told of
 * a suspension for an invoice (`suspendedFor`) is told that its payment brought the subscription back, and not that it went on.
 */
export function noticesOf(
  subscription: string,
  facts: readonly Fact[],
  suspendedFor: readonly string[] = [],
): Notice[] {
  const { startedAt, endedAt } = foldSubscription(facts)
  if (startedAt === null) return []
  const payments = paidInTime(facts).map(({ details }) => details)
  const reinstated = payments.filter(({ invoice }) => suspendedFor.includes(invoice))
  const renewals = payments.filter(
    ({ invoice, reason, amount }) =>
      reason === 'subscription_cycle' && amount > 0 && !suspendedFor.includes(invoice),
  )
  return [
    { kind: 'subscription_confirmed', key: subscription },
    ...renewals.map(({ invoice }): Notice => ({ kind: 'subscription_renewed', key: invoice })),
    ...reinstated.map(({ invoice }): Notice => ({ kind: 'subscription_reinstated', key: invoice })),
    ...dunningOf(facts),
    ...(endedAt === null ? [] : [{ kind: 'subscription_canceled', key: subscription } as const]),
  ]
}

/** What was told to be owed and is not yet paid. */
function dunningOf(facts: readonly Fact[]): Notice[] {
  const attempts = factsOfKind(facts, 'payment_failed')
  return owedNow(facts).flatMap(({ invoice, attempts: count }) => {
    const tried = new Set(
      attempts.filter(({ details }) => details.invoice === invoice).map(({ details }) => details.attempt),
    )
    return [
      ...afterAttempt.flatMap(([attempt, kind]) => (tried.has(attempt) ? [{ kind, key: invoice }] : [])),
      ...(count >= lastAttempt ? [{ kind: 'license_suspended' as const, key: invoice }] : []),
    ]
  })
}

/** What time alone gives reason to tell: a grace that is over. */
export const noticesOfTime = (facts: readonly Fact[], now: number): Notice[] =>
  owedNow(facts)
    .filter(({ graceEndsAt }) => graceEndsAt <= now)
    .map(({ invoice }) => ({ kind: 'license_suspended', key: invoice }))

/** Whether a mail still has its reason. Nothing is dunned for once it is paid, or over; nothing goes on that has ended. */
export function isStillDue({ kind, key }: Notice, facts: readonly Fact[]): boolean {
  if (dunningKinds.includes(kind)) return owedNow(facts).some(({ invoice }) => invoice === key)
  if (!paymentKinds.has(kind)) return true
  return paidInTime(facts).some(({ details }) => details.invoice === key)
}

const owedNow = (facts: readonly Fact[]) =>
  factsOfKind(facts, 'ended').length > 0 ? [] : owedInvoices(facts)

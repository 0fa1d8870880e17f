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

/** What the facts of a subscription give reason to tell. The order in which they came makes no difference. */
export function noticesOf(subscription: string, facts: readonly Fact[]): Notice[] {
  const { startedAt, endedAt } = foldSubscription(facts)
  if (startedAt === null) return []
  const renewals = factsOfKind(facts, 'paid').filter(
    ({ details }) => details.reason === 'subscription_cycle' && details.amount > 0,
  )
  return [
    { kind: 'subscription_confirmed', key: subscription },
    ...renewals.map(({ details }): Notice => ({ kind: 'subscription_renewed', key: details.invoice })),
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

/** Whether a mail still has its reason. Nothing is dunned for once it is paid, or over. */
export const isStillDue = ({ kind, key }: Notice, facts: readonly Fact[]): boolean =>
  !dunningKinds.includes(kind) || owedNow(facts).some(({ invoice }) => invoice === key)

/** Invoices of this subscription that were told to be suspended for, and are paid: what brings it back. */
export const reinstatedBy = (facts: readonly Fact[], suspendedFor: readonly string[]): Notice[] =>
  factsOfKind(facts, 'paid')
    .filter(({ details }) => suspendedFor.includes(details.invoice))
    .map(({ details }) => ({ kind: 'subscription_reinstated', key: details.invoice }))

const owedNow = (facts: readonly Fact[]) =>
  factsOfKind(facts, 'ended').length > 0 ? [] : owedInvoices(facts)

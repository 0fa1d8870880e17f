import { type Fact, factsOfKind, isSameView, ranks, type Seen } from './facts.ts'
import type { SubscriptionState } from './subscription.ts'

const secondMs = 1_000
const day = 24 * 3_600_000
const graceAfterFirst = 7 * day
const graceAfterSecond = 3 * day

/** An invoice that is owed: how often it failed, and how long is waited for it. */
export interface Owed {
  readonly invoice: string
  readonly attempts: number
  readonly graceEndsAt: number
}

/** A subscription as its facts have it. Their order and repetitions make no difference. */
export function foldSubscription(facts: readonly Fact[]): SubscriptionState {
  const paid = factsOfKind(facts, 'paid')
  const seen = latestSeen(facts)
  const trialEnd = seen?.trialEnd ?? null
  const isPaidBeyondTrial = paid.some(
    ({ details }) => details.amount > 0 && details.periodEnd > (trialEnd ?? 0),
  )
  const startedAt = startOf(facts)
  const owed = startedAt === null ? [] : owedInvoices(facts)
  return {
    priceId: seen?.price ?? latestPrice(facts),
    amount: seen?.amount ?? null,
    currency: seen?.currency ?? null,
    hasPaid: paid.some(({ details }) => details.amount > 0),
    paidUntil: greatest([
      ...paid.map(({ details }) => details.periodEnd),
      ...(trialEnd === null ? [] : [trialEnd]),
    ]),
    trialEndsAt: isPaidBeyondTrial ? null : trialEnd,
    hadTrial: factsOfKind(facts, 'seen').some(({ details }) => details.trialEnd !== null),
    startedAt,
    failedPayments: greatest(owed.map(({ attempts }) => attempts)) ?? 0,
    graceEndsAt: least(owed.map(({ graceEndsAt }) => graceEndsAt)),
    isPaused: seen?.status === 'paused',
    cancelAt: seen?.cancelAt ?? null,
    endedAt: least(factsOfKind(facts, 'ended').map(({ happenedAt }) => happenedAt)),
  }
}

/** Invoices with a failed attempt that are neither paid nor void, nor left behind by a later period that was paid. */
export function owedInvoices(facts: readonly Fact[]): Owed[] {
  const paid = factsOfKind(facts, 'paid')
  const settled = new Set([...paid, ...factsOfKind(facts, 'voided')].map(({ details }) => details.invoice))
  const paidUntil = greatest(paid.map(({ details }) => details.periodEnd)) ?? 0
  const failures = factsOfKind(facts, 'payment_failed').filter(
    ({ details }) => !settled.has(details.invoice) && details.periodEnd >= paidUntil,
  )
  return [...Map.groupBy(failures, ({ details }) => details.invoice)].map(([invoice, attempts]) => ({
    invoice,
    attempts: greatest(attempts.map(({ details }) => details.attempt)) ?? 0,
    graceEndsAt: graceEndOf(attempts),
  }))
}

type Failure = Extract<Fact, { kind: 'payment_failed' }>

/** The later of a week from the first failure and three days from the second. */
function graceEndOf(attempts: readonly Failure[]): number {
  const first = least(attempts.map(({ happenedAt }) => happenedAt)) ?? 0
  const second = attempts.find(({ details }) => details.attempt === 2)
  const afterSecond = second === undefined ? 0 : second.happenedAt + graceAfterSecond
  return Math.max(first + graceAfterFirst, afterSecond)
}

type Look = Extract<Fact, { kind: 'seen' }>

/** The newest look at it: by time, then by what it told of, then by key. */
export const latestSeen = (facts: readonly Fact[]): Seen | undefined =>
  newestFirst(factsOfKind(facts, 'seen'))[0]?.details

const newestFirst = (looks: readonly Look[]): Look[] =>
  looks.toSorted(
    (a, b) =>
      b.happenedAt - a.happenedAt ||
      b.details.rank - a.details.rank ||
      (b.key > a.key ? 1 : b.key < a.key ? -1 : 0),
  )

/**
 * Whether a look by an event tells something else than the newest of the others, and is of the same second, give or take
 * one: Stripe's times do not say which of them is newer.
 */
export function isUndecided(facts: readonly Fact[], key: string): boolean {
  const looks = newestFirst(factsOfKind(facts, 'seen'))
  const look = looks.find((fact) => fact.key === key)
  const latest = looks.find((fact) => fact.key !== key)
  if (look === undefined || latest === undefined || isSameView(look.details, latest.details)) return false
  const isClose = Math.abs(look.happenedAt - latest.happenedAt) <= secondMs
  return isClose && [look, latest].every(({ details }) => isOfItsLife(details))
}

/** Neither how it was made nor how it ended: those are told apart by what they are. */
const isOfItsLife = ({ rank }: Seen): boolean => rank !== ranks.created && rank !== ranks.ended

function latestPrice(facts: readonly Fact[]): string | null {
  const [latest] = factsOfKind(facts, 'paid').toSorted(
    (a, b) => b.details.periodEnd - a.details.periodEnd || (b.key > a.key ? 1 : -1),
  )
  return latest?.details.price ?? null
}

/** When it was first usable: on trial or paid. */
const startOf = (facts: readonly Fact[]): number | null =>
  least([
    ...factsOfKind(facts, 'paid').map(({ happenedAt }) => happenedAt),
    ...factsOfKind(facts, 'seen').flatMap(({ details }) =>
      details.trialStart === null ? [] : [details.trialStart],
    ),
  ])

const greatest = (values: readonly number[]): number | null =>
  values.length === 0 ? null : Math.max(...values)
const least = (values: readonly number[]): number | null => (values.length === 0 ? null : Math.min(...values))

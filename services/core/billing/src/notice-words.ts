import type { Kysely } from 'kysely'
import { type Fact, factsOfKind } from './domain/facts.ts'
import { foldSubscription, owedInvoices } from './domain/fold.ts'
import type { Notice } from './domain/notices.ts'
import { planOfPrice, findSubscriptionPlan } from './store/subscription-plans.ts'
import type { BillingTables } from './store/tables.ts'

/** What the mails tell of a subscription. */
export interface Facts {
  readonly plan: string
  readonly amount: { readonly cents: number; readonly currency: string } | null
  /** Until when it can be used, or by when it has to be paid. */
  readonly until: number | null
}

export async function factsForMail(
  query: Kysely<BillingTables>,
  { kind, key }: Notice,
  facts: readonly Fact[],
): Promise<Facts> {
  const state = foldSubscription(facts)
  const planId = state.priceId === null ? null : await planOfPrice(query, state.priceId)
  const plan = planId === null ? undefined : await findSubscriptionPlan(query, planId)
  const payment = factsOfKind(facts, 'paid').find(({ details }) => details.invoice === key)?.details
  const owed = owedInvoices(facts).find(({ invoice }) => invoice === key)
  const price =
    state.amount === null || state.currency === null
      ? null
      : { cents: state.amount, currency: state.currency }
  const ends = kind === 'subscription_canceled' ? state.endedAt : (payment?.periodEnd ?? state.paidUntil)
  return {
    plan: plan?.name ?? '',
    amount: payment === undefined ? price : { cents: payment.amount, currency: payment.currency },
    until: owed?.graceEndsAt ?? ends,
  }
}

/** In the person's own way of writing. */
export function variablesOf(
  { plan, amount, until }: Facts,
  { locale, timeZone }: { readonly locale: string; readonly timeZone: string },
): Record<string, string> {
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone })
  return {
    plan,
    ...(until === null ? {} : { until: day.format(until) }),
    ...(amount === null ? {} : { amount: moneyOf(amount, locale) }),
  }
}

/** Cents are whole; how many make one is the currency's own. */
function moneyOf({ cents, currency }: NonNullable<Facts['amount']>, locale: string): string {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency })
  return format.format(cents / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2))
}

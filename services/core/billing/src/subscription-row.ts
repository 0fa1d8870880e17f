import type { Standing } from './domain/change.ts'
import { statusAt, statusChangesAt, type SubscriptionState } from './domain/subscription.ts'
import type { Place } from './store/subscriptions.ts'
import type { SubscriptionsTable } from './store/tables.ts'

/** The columns that follow from the facts and the time alone. */
export type DerivedColumns = Omit<
  SubscriptionsTable,
  'id' | 'organization_id' | 'stripe_id' | 'version' | 'changed_at'
>

const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString())
const ms = (time: string | null): number | null => (time === null ? null : Date.parse(time))

export function columnsOf(state: SubscriptionState, planId: string | null, now: number): DerivedColumns {
  return {
    plan_id: planId,
    amount_cents: state.amount,
    currency: state.currency,
    started_at: iso(state.startedAt),
    paid_until: iso(state.paidUntil),
    has_paid: state.hasPaid,
    trial_ends_at: iso(state.trialEndsAt),
    had_trial: state.hadTrial,
    failed_payments: state.failedPayments,
    grace_ends_at: iso(state.graceEndsAt),
    is_paused: state.isPaused,
    cancel_at: iso(state.cancelAt),
    ended_at: iso(state.endedAt),
    status: statusAt(state, now),
    status_changes_at: iso(statusChangesAt(state, now)),
  }
}

/** What a row is judged by. */
export const judgedOf = (row: SubscriptionsTable) => ({
  paidUntil: ms(row.paid_until),
  trialEndsAt: ms(row.trial_ends_at),
  failedPayments: row.failed_payments,
  graceEndsAt: ms(row.grace_ends_at),
  isPaused: row.is_paused,
  endedAt: ms(row.ended_at),
})

export const standingOf = (row: DerivedColumns): Standing => ({
  status: row.status,
  plan: row.plan_id,
  cancelAt: ms(row.cancel_at),
})

/** Times compare as times, however the database writes them. */
export const isSame = (a: DerivedColumns, b: DerivedColumns): boolean =>
  (Object.keys(a) as (keyof DerivedColumns)[]).every(
    (column) => comparable(a, column) === comparable(b, column),
  )

function comparable(row: DerivedColumns, column: keyof DerivedColumns): unknown {
  const value = row[column]
  const isTime = column.endsWith('_at') || column === 'paid_until'
  return isTime && typeof value === 'string' ? Date.parse(value) : value
}

export const newRow = (
  { organizationId, subscription }: Place,
  columns: DerivedColumns,
  made: { readonly id: string; readonly version: number; readonly at: string },
): SubscriptionsTable => ({
  id: made.id,
  organization_id: organizationId,
  stripe_id: subscription,
  ...columns,
  version: made.version,
  changed_at: made.at,
})

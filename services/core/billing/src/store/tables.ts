import type { ColumnType } from 'kysely'
import type { Grant } from '../domain/entitlement.ts'
import type { FactKind } from '../domain/facts.ts'
import type { NoticeKind } from '../domain/notices.ts'
import type { SubscriptionStatus } from '../domain/subscription.ts'
import type { Meter, Plan, PlanName, Source } from '../domain/plan.ts'

export interface SubscriptionPlanRow {
  id: string
  name: string
  price_cents: number
  currency: string
  interval: 'month'
  max_concurrent_seats: number
  trial_days: number
  features: Record<string, boolean | number>
  reserve_during_grace: boolean
  is_offered: boolean
  rank: number
}

export interface SubscriptionsTable {
  id: string
  organization_id: string
  stripe_id: string
  plan_id: string | null
  amount_cents: number | null
  currency: string | null
  started_at: string | null
  paid_until: string | null
  has_paid: boolean
  trial_ends_at: string | null
  had_trial: boolean
  failed_payments: number
  grace_ends_at: string | null
  is_paused: boolean
  cancel_at: string | null
  ended_at: string | null
  status: SubscriptionStatus
  status_changes_at: string | null
  version: number
  changed_at: string
}

export interface StripeEventRow {
  id: string
  stripe_id: string
  type: string
  api_version: string
  payload: unknown
  state: 'received' | 'applied' | 'ignored' | 'dead'
  attempts: number
  last_error: string | null
  happened_at: string
  received_at: string
  settled_at: string | null
}

export interface NoticeRow {
  kind: NoticeKind
  key: string
  organization_id: string
  subscription: string
  wanted_at: string
  sent_at: string | null
  withdrawn_at: string | null
}

type Json<T> = ColumnType<T, string, string>

export interface BillingTables {
  plans: Plan
  subscription_plans: Omit<SubscriptionPlanRow, 'features'> & {
    features: Json<SubscriptionPlanRow['features']>
  }
  plan_prices: { stripe_id: string; plan_id: string; amount_cents: number; currency: string }
  customers: { organization_id: string; stripe_id: string; created_at: string }
  subscriptions: SubscriptionsTable
  stripe_events: Omit<StripeEventRow, 'payload'> & { payload: Json<unknown> }
  payment_facts: {
    kind: FactKind
    key: string
    organization_id: string
    subscription: string | null
    happened_at: string
    details: Json<unknown>
    recorded_at: string
  }
  billing_notices: NoticeRow
  checkout_sessions: {
    id: string
    organization_id: string
    stripe_id: string | null
    plan_id: string
    with_trial: boolean
    state: 'open' | 'complete' | 'expired'
    created_at: string
  }
  reconciliations: {
    id: string
    began_at: string
    ended_at: string | null
    events_found: number
    subscriptions_read: number
  }
  billing_facts: {
    id: string
    user_id: string
    source: Source
    kind: 'grant' | 'revoke'
    plan: PlanName
    expires_at: string | null
    reason: string
    recorded_by: string
    recorded_at: string
  }
  entitlement_snapshots: { user_id: string; grants: ColumnType<Grant[], string, string>; computed_at: string }
  usage_clocks: {
    user_id: string
    meter: Meter
    time_zone: string
    window_ends_at: string
    moved_at: string | null
  }
  usage: { id: string; user_id: string; meter: Meter; used_at: string; reserved_until: string | null }
}

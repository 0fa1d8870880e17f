import type { LicenseStatus } from '../contract/schemas.ts'

/** A subscription as billing tells it. */
export interface Subscription {
  readonly id: string
  readonly organization_id: string
  readonly plan: {
    readonly id: string
    readonly name: string
    readonly max_concurrent_seats: number
    readonly features: Record<string, boolean | number>
    readonly reserve_during_grace: boolean
  }
  readonly status: 'incomplete' | 'trialing' | 'active' | 'past_due' | 'suspended' | 'ended'
  readonly is_trial: boolean
  readonly current_period_ends_at: string | null
  readonly grace_ends_at: string | null
  readonly cancel_at: string | null
  readonly started_at: string | null
  readonly version: number
}

/** What a licence takes from its subscription. */
export interface Terms {
  readonly subscription_version: number
  readonly plan_id: string
  readonly plan_name: string
  readonly features: Record<string, boolean | number>
  readonly max_concurrent_seats: number
  readonly reserve_during_grace: boolean
  readonly is_trial: boolean
  readonly status: LicenseStatus
  readonly grace_period_ends_at: string | null
  readonly expires_at: string | null
}

const statuses = {
  incomplete: 'suspended',
  trialing: 'active',
  active: 'active',
  past_due: 'active',
  suspended: 'suspended',
  ended: 'inactive',
} as const satisfies Record<Subscription['status'], LicenseStatus>

/** Whether it was ever usable: only then there is something to license. */
export const isStarted = ({ started_at: startedAt }: Subscription): boolean => startedAt !== null

export const termsOf = (subscription: Subscription, isClosed: boolean): Terms => ({
  subscription_version: subscription.version,
  plan_id: subscription.plan.id,
  plan_name: subscription.plan.name,
  features: subscription.plan.features,
  max_concurrent_seats: subscription.plan.max_concurrent_seats,
  reserve_during_grace: subscription.plan.reserve_during_grace,
  is_trial: subscription.is_trial,
  status: isClosed ? 'inactive' : statuses[subscription.status],
  grace_period_ends_at: subscription.status === 'past_due' ? subscription.grace_ends_at : null,
  expires_at: subscription.cancel_at ?? subscription.current_period_ends_at,
})

export type Turn = 'suspended' | 'deactivated' | 'reinstated' | 'renewed' | 'plan_changed' | 'grace_began'

type Before = Omit<
  Terms,
  'subscription_version' | 'features' | 'plan_name' | 'is_trial' | 'reserve_during_grace'
>

/** What a change means to whoever reads the audit trail. */
export function turnsOf(before: Before, after: Terms): Turn[] {
  const turns: Turn[] = []
  if (before.status !== after.status) turns.push(namesOfStatus[after.status])
  if (after.status === 'active') {
    if (before.plan_id !== after.plan_id || before.max_concurrent_seats !== after.max_concurrent_seats)
      turns.push('plan_changed')
    if (isLater(after.expires_at, before.expires_at)) turns.push('renewed')
    if (after.grace_period_ends_at !== null && before.grace_period_ends_at === null) turns.push('grace_began')
  }
  return turns
}

const namesOfStatus = {
  active: 'reinstated',
  suspended: 'suspended',
  inactive: 'deactivated',
} as const satisfies Record<LicenseStatus, Turn>

const isLater = (after: string | null, before: string | null): boolean =>
  after !== null && (before === null || Date.parse(after) > Date.parse(before))

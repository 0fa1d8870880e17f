import type { Selectable } from 'kysely'
import type { z } from 'zod'
import type { subscription } from './contract/subscription-schemas.ts'
import { statusAt } from './domain/subscription.ts'
import { judgedOf } from './subscription-row.ts'
import type { SubscriptionPlanRow, SubscriptionsTable } from './store/tables.ts'

type SubscriptionDto = z.input<typeof subscription>

/** A subscription as others see it, judged at this moment. */
export function showSubscription(
  row: Selectable<SubscriptionsTable>,
  plan: SubscriptionPlanRow,
  now: number,
): SubscriptionDto {
  const status = statusAt(judgedOf(row), now)
  return {
    id: row.id,
    organization_id: row.organization_id,
    plan: {
      id: plan.id,
      name: plan.name,
      max_concurrent_seats: plan.max_concurrent_seats,
      features: plan.features,
      reserve_during_grace: plan.reserve_during_grace,
    },
    status,
    is_trial: status === 'trialing',
    current_period_ends_at: row.paid_until,
    grace_ends_at: status === 'past_due' ? row.grace_ends_at : null,
    cancel_at: status === 'ended' ? null : row.cancel_at,
    started_at: row.started_at,
    version: row.version,
  }
}

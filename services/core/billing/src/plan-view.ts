import type { SubscriptionPlanRow } from './store/tables.ts'

export const showPlan = (row: SubscriptionPlanRow): SubscriptionPlanRow => ({
  id: row.id,
  name: row.name,
  price_cents: row.price_cents,
  currency: row.currency,
  interval: row.interval,
  max_concurrent_seats: row.max_concurrent_seats,
  trial_days: row.trial_days,
  features: row.features,
  reserve_during_grace: row.reserve_during_grace,
  is_offered: row.is_offered,
  rank: row.rank,
})

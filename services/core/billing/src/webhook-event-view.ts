import type { StripeEventRow } from './store/tables.ts'

export const showWebhookEvent = (row: Omit<StripeEventRow, 'payload'>) => ({
  id: row.id,
  event_id: row.stripe_id,
  type: row.type,
  api_version: row.api_version,
  state: row.state,
  attempts: row.attempts,
  last_error: row.last_error,
  happened_at: row.happened_at,
  received_at: row.received_at,
  settled_at: row.settled_at,
})

import { type Kysely, sql } from 'kysely'
import type { Counted } from '../domain/figures.ts'
import { statusAt } from '../domain/subscription.ts'
import { judgedOf } from '../subscription-row.ts'
import type { BillingTables, SubscriptionsTable } from './tables.ts'

/** Every subscription as the figures count it, judged at a moment. */
export async function countedSubscriptions(query: Kysely<BillingTables>, now: number): Promise<Counted[]> {
  const { rows } = await sql<SubscriptionsTable>`select * from subscription_figures()`.execute(query)
  return rows.map((row) => ({
    planId: row.plan_id,
    amount: row.amount_cents ?? 0,
    currency: row.currency ?? '',
    status: statusAt(judgedOf(row), now),
    hasPaid: row.has_paid,
    startedAt: row.started_at === null ? null : Date.parse(row.started_at),
    endedAt: row.ended_at === null ? null : Date.parse(row.ended_at),
  }))
}

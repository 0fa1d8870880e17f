import { lockByName } from '@triptych/db'
import type { Kysely } from 'kysely'
import { type Fact, type Grant, grantsOf } from '../domain/entitlement.ts'
import type { BillingTables } from './tables.ts'

type Query = Kysely<BillingTables>

export async function findGrants(query: Query, userId: string): Promise<Grant[]> {
  const row = await query
    .selectFrom('entitlement_snapshots')
    .select('grants')
    .where('user_id', '=', userId)
    .executeTakeFirst()
  return row?.grants ?? []
}

/** One change to a person's ledger at a time: a snapshot made beside another would miss its fact. Taken first. */
export const lockLedger = (query: Query, userId: string) => lockByName(query, `billing.ledger:${userId}`)

/** Derives the snapshot anew from the whole ledger of this person. */
export async function rewriteSnapshot(query: Query, userId: string, at: string): Promise<Grant[]> {
  const rows = await query
    .selectFrom('billing_facts')
    .select(['id', 'source', 'kind', 'plan', 'expires_at', 'recorded_at'])
    .where('user_id', '=', userId)
    .execute()
  const grants = grantsOf(
    rows.map((row): Fact => ({
      id: row.id,
      source: row.source,
      kind: row.kind,
      plan: row.plan,
      expiresAt: row.expires_at === null ? null : Date.parse(row.expires_at),
      recordedAt: Date.parse(row.recorded_at),
    })),
  )
  const values = { grants: JSON.stringify(grants), computed_at: at }
  await query
    .insertInto('entitlement_snapshots')
    .values({ user_id: userId, ...values })
    .onConflict((conflict) => conflict.column('user_id').doUpdateSet(values))
    .execute()
  return grants
}

export const listPlans = (query: Query) => query.selectFrom('plans').selectAll().orderBy('rank').execute()

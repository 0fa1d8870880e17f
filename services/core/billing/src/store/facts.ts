import { lockByName } from '@triptych/db'
import { type Kysely, sql } from 'kysely'
import type { Fact } from '../domain/facts.ts'
import type { BillingTables } from './tables.ts'

type Query = Kysely<BillingTables>

const iso = (at: number): string => new Date(at).toISOString()

/**
 * Adds facts to the ledger; those that are there already change nothing. Where one was told at two times the earlier
 * stays, whichever came first. Returns those that are new.
 */
export async function recordFacts(
  query: Query,
  facts: readonly Fact[],
  { organizationId, at }: { readonly organizationId: string; readonly at: string },
): Promise<Fact[]> {
  const added: Fact[] = []
  for (const fact of facts) {
    const details = JSON.stringify(fact.details)
    const row = {
      kind: fact.kind,
      key: fact.key,
      organization_id: organizationId,
      subscription: fact.subscription,
      happened_at: iso(fact.happenedAt),
      details,
      recorded_at: at,
    }
    const inserted = await query
      .insertInto('payment_facts')
      .values(row)
      .onConflict((conflict) =>
        conflict
          .columns(['kind', 'key'])
          .doUpdateSet({ happened_at: row.happened_at, details })
          .where('payment_facts.happened_at', '>', row.happened_at),
      )
      .returning(sql<boolean>`xmax = 0`.as('is_new'))
      .executeTakeFirst()
    if (inserted?.is_new === true) added.push(fact)
  }
  return added
}

/** The whole ledger of one subscription. */
export async function factsOfSubscription(query: Query, subscription: string): Promise<Fact[]> {
  const rows = await query
    .selectFrom('payment_facts')
    .select(['kind', 'key', 'subscription', 'happened_at', 'details'])
    .where('subscription', '=', subscription)
    .execute()
  return rows.map(
    ({ kind, key, subscription: of, happened_at: happenedAt, details }) =>
      ({ kind, key, subscription: of, happenedAt: Date.parse(happenedAt), details }) as Fact,
  )
}

/** One change to a subscription's ledger at a time: a snapshot made beside another would miss its facts. Taken first. */
export const lockSubscription = (query: Query, subscription: string) =>
  lockByName(query, `billing.subscription:${subscription}`)

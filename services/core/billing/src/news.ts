import type { Kysely } from 'kysely'
import { type Fact, factsOfKind, isSameView } from './domain/facts.ts'
import { latestSeen } from './domain/fold.ts'
import { factsOfSubscription } from './store/facts.ts'
import type { BillingTables } from './store/tables.ts'

/** What was read, without a view that says what is known: the ledger is not filled by looking. */
export async function newsOf(
  query: Kysely<BillingTables>,
  subscription: string,
  facts: readonly Fact[],
): Promise<Fact[]> {
  const known = latestSeen(await factsOfSubscription(query, subscription))
  const repeated = factsOfKind(facts, 'seen').filter(
    ({ details }) => known !== undefined && isSameView(details, known),
  )
  return facts.filter((fact) => !repeated.some(({ key }) => key === fact.key))
}

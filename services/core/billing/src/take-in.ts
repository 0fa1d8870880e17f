import type { Transaction } from '@triptych/db'
import { isoTime } from '@triptych/kernel'
import { auditOrganization } from './audit.ts'
import type { Deps } from './deps.ts'
import { actionOf } from './domain/change.ts'
import { type Fact, factsOfKind } from './domain/facts.ts'
import { refold } from './refold.ts'
import { lockSubscription, recordFacts } from './store/facts.ts'
import type { BillingTables } from './store/tables.ts'

export type TakeInDeps = Pick<Deps, 'clock' | 'newId' | 'logger' | 'jobs'>

/** Adds what was told of one organisation to its ledger and derives anew what it is about. */
export async function takeIn(
  deps: TakeInDeps,
  transaction: Transaction<BillingTables>,
  organizationId: string,
  facts: readonly Fact[],
): Promise<void> {
  const { query } = transaction
  const subscriptions = [...new Set(facts.flatMap(({ subscription }) => subscription ?? []))].sort()
  for (const subscription of subscriptions) await lockSubscription(query, subscription)
  const added = await recordFacts(query, facts, { organizationId, at: isoTime(deps.clock) })
  for (const fact of added) {
    const action = actionOf(fact)
    if (action !== undefined)
      auditOrganization(deps, transaction, organizationId, { action, target: `${fact.kind}:${fact.key}` })
  }
  await closeCheckouts(transaction, added)
  for (const subscription of subscriptions) {
    await refold(deps, transaction, { organizationId, subscription }, 'facts')
  }
}

/** A checkout that ended at Stripe stands in nobody's way here. */
async function closeCheckouts({ query }: Transaction<BillingTables>, added: readonly Fact[]): Promise<void> {
  for (const { details } of factsOfKind(added, 'checkout')) {
    await query
      .updateTable('checkout_sessions')
      .set({ state: details.state === 'expired' ? 'expired' : 'complete' })
      .where('stripe_id', '=', details.session)
      .execute()
  }
}

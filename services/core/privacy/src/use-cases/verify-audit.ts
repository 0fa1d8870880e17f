import { actingFor, type HandlerOf } from '@triptych/kernel'
import type { Kysely } from 'kysely'
import { auditKeyOf } from '../audit/seal-entry.ts'
import { listChains, verifyChain } from '../audit/verify-chain.ts'
import type { privacyContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import type { PrivacyTables } from '../store/tables.ts'

/** One chain a transaction: new entries wait for none of them long. */
export const verifyAudit =
  (deps: Pick<Deps, 'db' | 'config'>): HandlerOf<typeof privacyContract, 'verifyAudit'> =>
  async (context) => {
    const acting = actingFor(context)
    const key = auditKeyOf(deps.config.AUDIT_KEY)
    const chains = await deps.db.read(acting, listChains)
    const broken = []
    let rows = 0
    for (const chain of chains) {
      const verdict = await deps.db.read(acting, (query) => verifyChain(query, key, chain))
      rows += verdict.rows
      if (verdict.broken !== undefined) {
        const { tenant_kind, tenant_id } = chain
        broken.push({ tenant_kind, tenant_id: tenant_id === '' ? null : tenant_id, ...verdict.broken })
      }
    }
    const unsealed = await deps.db.read(acting, unsealedTail)
    return { intact: broken.length === 0, chains: chains.length, rows, first_broken: broken, unsealed }
  }

async function unsealedTail(query: Kysely<PrivacyTables>) {
  const waiting = await query
    .selectFrom('inbox')
    .select(['state', 'received_at'])
    .where('consumer', '=', 'seal_audit')
    .where('state', '!=', 'done')
    .orderBy('received_at')
    .execute()
  const failed = waiting.filter(({ state }) => state === 'dead').length
  const oldest = waiting[0]?.received_at
  return {
    waiting: waiting.length - failed,
    failed,
    oldest_at: oldest === undefined ? null : new Date(oldest).toISOString(),
  }
}

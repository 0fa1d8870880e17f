import type { ModuleDatabase } from '@triptych/db'
import { actingFor, type Clock, type Context } from '@triptych/kernel'
import { createCache, type Kv } from '@triptych/kv'
import type { Metrics } from '@triptych/telemetry'
import { type Entitlement, entitlementAt, type Grant } from './domain/entitlement.ts'
import type { Plan } from './domain/plan.ts'
import { findGrants, listPlans } from './store/entitlements.ts'
import type { BillingTables } from './store/tables.ts'

/** Reads what a person is entitled to: from shared memory, else from the snapshot. */
export interface Entitlements {
  of(context: Context, userId: string): Promise<Entitlement & { readonly limits: Plan }>
  plans(context: Context): Promise<readonly Plan[]>
  /** The snapshot was written anew. */
  changed(userId: string): Promise<void>
}

const cacheMs = 60_000
export const entitlementsCache = 'entitlements'

export function createEntitlements(deps: {
  readonly db: ModuleDatabase<BillingTables>
  readonly kv: Kv
  readonly clock: Clock
  readonly metrics: Metrics
}): Entitlements {
  const { db, kv, clock, metrics } = deps
  const cache = createCache(kv, {
    namespace: 'billing:grants@1',
    ttlMs: cacheMs,
    onRead: (hit) => metrics.count('triptych_cache_reads_total', { cache: entitlementsCache, hit }),
  })
  let table: { plans: Promise<readonly Plan[]>; at: number } | undefined

  const plans = (context: Context): Promise<readonly Plan[]> => {
    if (table === undefined || clock.now() - table.at > cacheMs) {
      const loading = db.read(context, listPlans)
      loading.catch(() => (table = undefined))
      table = { plans: loading, at: clock.now() }
    }
    return table.plans
  }

  const grantsOf = (context: Context, userId: string): Promise<Grant[]> =>
    cache.getOrLoad(userId, () => db.read(actingFor(context, userId), (query) => findGrants(query, userId)))

  return {
    plans,
    async of(context, userId) {
      const grants = await grantsOf(context, userId)
      const all = await plans(context)
      const entitlement = entitlementAt(grants, clock.now())
      const limits = all.find((plan) => plan.name === entitlement.plan)
      if (limits === undefined) throw new Error(`the plan ${entitlement.plan} is not in the table`)
      return { ...entitlement, limits }
    },
    changed: (userId) => cache.changed(userId),
  }
}

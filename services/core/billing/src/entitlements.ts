import type { ModuleDatabase } from '@triptych/db'
import { actingFor, type Clock, type Context } from '@triptych/kernel'
import type { Kv } from '@triptych/kv'
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
/** Longer than a reader takes from its query to its write. */
const unsettledMs = 10_000
const unsettled = 'unsettled'
const keyOf = (userId: string): string => `billing:grants:${userId}`

export function createEntitlements(deps: {
  readonly db: ModuleDatabase<BillingTables>
  readonly kv: Kv
  readonly clock: Clock
}): Entitlements {
  const { db, kv, clock } = deps
  let table: { plans: Promise<readonly Plan[]>; at: number } | undefined

  const plans = (context: Context): Promise<readonly Plan[]> => {
    if (table === undefined || clock.now() - table.at > cacheMs) {
      const loading = db.read(context, listPlans)
      loading.catch(() => (table = undefined))
      table = { plans: loading, at: clock.now() }
    }
    return table.plans
  }

  const grantsOf = async (context: Context, userId: string): Promise<Grant[]> => {
    const known = await kv.get(keyOf(userId)).catch(() => null)
    if (known !== null && known !== unsettled) return JSON.parse(known) as Grant[]
    const grants = await db.read(actingFor(context, userId), (query) => findGrants(query, userId))
    const fill = { ttlMs: cacheMs, ifAbsent: true }
    await kv.set(keyOf(userId), JSON.stringify(grants), fill).catch(() => false)
    return grants
  }

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
    // A mark and not a gap: a reader that began before the change must not put back what it saw.
    changed: async (userId) =>
      void (await kv.set(keyOf(userId), unsettled, { ttlMs: unsettledMs }).catch(() => false)),
  }
}

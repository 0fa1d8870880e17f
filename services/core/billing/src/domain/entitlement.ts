import type { PlanName, Source } from './plan.ts'

/** A verified fact of the ledger. */
export interface Fact {
  readonly id: string
  readonly source: Source
  readonly kind: 'grant' | 'revoke'
  readonly plan: PlanName
  readonly expiresAt: number | null
  readonly recordedAt: number
}

export interface Grant {
  readonly plan: PlanName
  readonly source: Source
  /** Null only for an open-ended grant by an admin; a store's grant always ends. */
  readonly expiresAt: number | null
}

/**
 * What survives of a history: the newest fact of each source decides for that source. The order of arrival and
 * duplicates make no difference.
 */
export function grantsOf(facts: readonly Fact[]): Grant[] {
  const newest = new Map<Source, Fact>()
  for (const fact of facts) {
    const known = newest.get(fact.source)
    if (known === undefined || isLater(fact, known)) newest.set(fact.source, fact)
  }
  return [...newest.values()]
    .filter((fact) => fact.kind === 'grant')
    .map(({ plan, source, expiresAt }) => ({ plan, source, expiresAt }))
    .toSorted((a, b) => a.source.localeCompare(b.source))
}

const isLater = (a: Fact, b: Fact): boolean =>
  a.recordedAt === b.recordedAt ? a.id > b.id : a.recordedAt > b.recordedAt

export interface Entitlement {
  readonly plan: PlanName
  readonly source: Source | 'default'
  readonly expiresAt: number | null
}

const rank: Record<PlanName, number> = { free: 0, prism: 1, prism_plus: 2 }

/** The best grant that holds at this moment; ends are judged when it is read. */
export function entitlementAt(grants: readonly Grant[], now: number): Entitlement {
  const held = grants.filter((grant) => grant.expiresAt === null || grant.expiresAt > now)
  const best = held.toSorted((a, b) => rank[b.plan] - rank[a.plan] || endOf(b) - endOf(a))[0]
  return best ?? { plan: 'free', source: 'default', expiresAt: null }
}

const endOf = (grant: Grant): number => grant.expiresAt ?? Number.POSITIVE_INFINITY

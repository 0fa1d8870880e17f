import type { ModuleDatabase } from '@triptych/db'
import { actingFor, type Clock, type Context, isAppError } from '@triptych/kernel'
import type { Kv } from '@triptych/kv'
import type { BudgetedFeature } from '../domain/budgets.ts'
import type { AiGatewayTables } from '../store/tables.ts'
import { tokensSince } from '../store/usage.ts'

/** Tokens a person may still use today. */
export interface PersonQuota {
  /** `full`: used up. `closed`: nobody can count now and this feature can wait. */
  take(context: Context, call: { userId: string; feature: BudgetedFeature; tokens: number }): Promise<Taken>
}

export type Taken =
  | { readonly verdict: 'granted'; readonly adjust: (usedTokens: number) => Promise<void> }
  | { readonly verdict: 'full' | 'closed' }

interface Deps {
  readonly kv: Kv
  readonly db: ModuleDatabase<AiGatewayTables>
  readonly clock: Clock
  readonly tokensPerDay: number
  /** When the usage events of answers given until now are there to be counted. */
  readonly booked: () => Promise<void>
}

const dayMs = 24 * 60 * 60 * 1000
const canWait: ReadonlySet<BudgetedFeature> = new Set(['lens', 'spectrum'])
const nothing = async () => undefined

export function createPersonQuota(deps: Deps): PersonQuota {
  const { kv, db, clock, tokensPerDay, booked } = deps

  const inDatabase = async (
    context: Context,
    userId: string,
    tokens: number,
    day: string,
  ): Promise<Taken> => {
    await booked()
    const used = await db.read(actingFor(context, userId), (query) =>
      tokensSince(query, `${day}T00:00:00.000Z`),
    )
    return used + tokens <= tokensPerDay ? { verdict: 'granted', adjust: nothing } : { verdict: 'full' }
  }
  return {
    async take(context, { userId, feature, tokens }) {
      const day = new Date(clock.now()).toISOString().slice(0, 10)
      const counter = { key: `ai-gateway:tokens:${userId}:${day}`, limit: tokensPerDay, ttlMs: 2 * dayMs }
      try {
        const { ok } = await kv.incrementBounded({ ...counter, by: tokens })
        if (!ok) return { verdict: 'full' }
      } catch (error) {
        if (!isAppError(error) || error.code !== 'kv.unavailable') throw error
        return canWait.has(feature) ? { verdict: 'closed' } : inDatabase(context, userId, tokens, day)
      }
      const adjust = async (usedTokens: number) => {
        // A counter that cannot be corrected now only makes the day a little shorter.
        await kv.increment(counter.key, usedTokens - tokens, counter.ttlMs).catch(nothing)
      }
      return { verdict: 'granted', adjust }
    },
  }
}

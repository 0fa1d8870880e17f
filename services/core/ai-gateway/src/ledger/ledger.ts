import { systemContext } from '@triptych/kernel'
import type { Metrics } from '@triptych/telemetry'
import { budgetLines } from '../domain/budgets.ts'
import { createBatcher } from './batcher.ts'
import type { Ledger, LedgerDeps } from './entries.ts'
import { type Entry, post, type Posted } from './post.ts'

/** Nobody waits for a settlement, so that many share one flush and reservations seldom meet its locks. */
const gatherMs = 25

export function createLedger(deps: LedgerDeps): Ledger {
  const { clock, newId, budgets, metrics } = deps
  const run = async (entries: readonly Entry[]) => {
    const posted = await post(deps, systemContext({ clock, newId }), entries)
    announce(deps, metrics, posted)
    return posted.results
  }
  const reservations = createBatcher(run)
  const settlements = createBatcher(run, (begin) => setTimeout(begin, gatherMs))
  const open = new Set<Promise<unknown>>()
  const booked = async () => void (await Promise.allSettled(open))
  return {
    async reserve(feature, amount) {
      const hold = { id: newId(), amount, lines: budgetLines(budgets, feature, clock.now()) }
      const wasAllBooked = open.size === 0
      const full = await reservations({ kind: 'reserve', hold })
      if (full === undefined) return hold
      if (wasAllBooked && open.size === 0) return full
      // What this process has still to book may leave room.
      await booked()
      return (await reservations({ kind: 'reserve', hold })) ?? hold
    },
    async settle(settlement) {
      const posted = settlements({ kind: 'settle', settlement })
      open.add(posted)
      await posted.finally(() => open.delete(posted))
    },
    booked,
  }
}

function announce(deps: LedgerDeps, metrics: Metrics, { alerts, ratios }: Posted): void {
  for (const { scope, ratio } of ratios)
    metrics.set('triptych_ai_budget_used_ratio', { budget: scope }, ratio)
  for (const alert of alerts) deps.onAlert(alert)
}

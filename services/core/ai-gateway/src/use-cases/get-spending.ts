import type { HandlerOf } from '@triptych/kernel'
import type { aiGatewayContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { allBudgetLines } from '../domain/budgets.ts'
import { toUsd } from '../domain/money.ts'
import { findRollback, readBudgets, readFigures } from '../store/budgets.ts'

export const getSpending =
  (
    deps: Pick<Deps, 'db' | 'clock' | 'budgets' | 'canary'>,
  ): HandlerOf<typeof aiGatewayContract, 'getSpending'> =>
  (context) => {
    const lines = allBudgetLines(deps.budgets, deps.clock.now())
    return deps.db.read(context, async (query) => {
      const rows = await readBudgets(query, [...new Set(lines.map(({ period }) => period))])
      const budgets = lines.map(({ scope, period, cap }) => {
        const row = rows.find((found) => found.scope === scope && found.period === period)
        return {
          budget: scope,
          period,
          limit_usd: toUsd(cap),
          spent_usd: toUsd(row?.spent ?? 0),
          held_usd: toUsd(row?.held ?? 0),
          alerted_percent: row?.alerted_percent ?? 0,
        }
      })
      if (deps.canary === undefined) return { budgets, canary: null }
      const { trial, settings } = deps.canary
      const rollback = await findRollback(query, trial)
      const figures = (await readFigures(query, trial)).map(({ arm, calls, errors, invalid, cost }) => ({
        arm,
        calls,
        errors,
        invalid,
        cost_usd: toUsd(cost),
      }))
      const canary = {
        lane: settings.lane,
        share: settings.share,
        rolled_back_at: rollback?.rolled_back_at ?? null,
        reason: rollback?.reason ?? null,
        figures,
      }
      return { budgets, canary }
    })
  }

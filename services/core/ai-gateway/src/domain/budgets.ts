import { z } from 'zod'
import { type NanoUsd, toNano } from './money.ts'

const dollars = z.number().min(0)
const envelope = z.strictObject({ month: dollars.optional(), day: dollars.optional() })
const budgetedFeatures = ['turn', 'mirror', 'lens', 'spectrum'] as const

/** What is paid for out of budgets. Safety stands outside every one of them. */
export type BudgetedFeature = (typeof budgetedFeatures)[number]

export const budgetsShape = z.strictObject({
  month: dollars,
  day: dollars.optional(),
  features: z
    .strictObject(
      Object.fromEntries(budgetedFeatures.map((name) => [name, envelope.optional()])) as Record<
        BudgetedFeature,
        z.ZodOptional<typeof envelope>
      >,
    )
    .default({}),
})

export type Budgets = z.output<typeof budgetsShape>

export const defaultBudgets: Budgets = { month: 100, day: 15, features: {} }

/** Lens falls to templates first, then narratives pause; Turn and Mirror may use the whole. */
const shareOfMonth: Readonly<Record<BudgetedFeature, number>> = {
  lens: 0.8,
  spectrum: 0.95,
  mirror: 1,
  turn: 1,
}

export const alertPercents = [50, 80, 95] as const

/** One budget that a call is held against. */
export interface BudgetLine {
  readonly scope: string
  readonly period: string
  readonly cap: NanoUsd
  /** How much of the cap this feature may fill. */
  readonly limit: NanoUsd
}

/** The budgets of a call at a time, in one fixed order, so that they are always locked alike. */
export function budgetLines(budgets: Budgets, feature: BudgetedFeature, now: number): BudgetLine[] {
  const day = new Date(now).toISOString().slice(0, 10)
  const month = day.slice(0, 7)
  const own = budgets.features[feature]
  const line = (scope: string, period: string, usd: number | undefined, share = 1): BudgetLine[] =>
    usd === undefined ? [] : [{ scope, period, cap: toNano(usd), limit: Math.floor(toNano(usd) * share) }]
  return [
    ...line('day', day, budgets.day),
    ...line('month', month, budgets.month, shareOfMonth[feature]),
    ...line(`${feature}.day`, day, own?.day),
    ...line(`${feature}.month`, month, own?.month),
  ]
}

/** Every budget of a deployment at a time, each once; its `limit` is meaningless here. */
export function allBudgetLines(budgets: Budgets, now: number): BudgetLine[] {
  const lines = budgetedFeatures.flatMap((feature) => budgetLines(budgets, feature, now))
  return [...new Map(lines.map((line) => [line.scope, line])).values()]
}

export const budgetScopes = (budgets: Budgets): string[] =>
  allBudgetLines(budgets, 0).map(({ scope }) => scope)

/** The alerts that spending has reached and that were not given yet. */
export function dueAlerts(spent: NanoUsd, cap: NanoUsd, alertedPercent: number): number[] {
  if (cap <= 0) return []
  return alertPercents.filter((percent) => percent > alertedPercent && spent * 100 >= cap * percent)
}

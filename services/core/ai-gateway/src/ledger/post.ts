import type { Transaction } from '@triptych/db'
import { auditRecorded, type Context } from '@triptych/kernel'
import { budgetThresholdReached } from '../contract/events.ts'
import { type BudgetLine, dueAlerts } from '../domain/budgets.ts'
import { type NanoUsd, toUsd } from '../domain/money.ts'
import {
  commitWithoutFlush,
  type HoldRow,
  insertEvents,
  insertHolds,
  lockBudgets,
  takeHolds,
  writeBudgets,
} from '../store/budgets.ts'
import type { AiGatewayTables, BudgetRow, HeldLine } from '../store/tables.ts'
import { type BudgetAlert, type Hold, holdMs, type LedgerDeps, type Settlement } from './entries.ts'

export type Entry =
  | { readonly kind: 'reserve'; readonly hold: Hold }
  | { readonly kind: 'settle'; readonly settlement: Settlement }

export interface Posted {
  /** In the order of the entries: a hold, the budget without room for it, or nothing for a settlement. */
  readonly results: readonly (Hold | { readonly fullScope: string } | undefined)[]
  readonly alerts: readonly BudgetAlert[]
  readonly ratios: readonly { readonly scope: string; readonly ratio: number }[]
}

const keyOf = ({ scope, period }: HeldLine): string => `${period} ${scope}`

/**
 * Posts entries in one transaction: what ended is freed first, then costs are booked, then room is given away. What
 * does not wait for an answer travels with the commit: two round trips.
 */
export function post(deps: LedgerDeps, context: Context, entries: readonly Entry[]): Promise<Posted> {
  const { db, clock, canary } = deps
  const settlements = entries.flatMap((entry) => (entry.kind === 'settle' ? [entry.settlement] : []))
  const events = settlements.map(({ event }) => event)
  return db.write(context, async ({ query, emit, withCommit }) => {
    const now = clock.now()
    const { book, lines, freed } = await openBook(query, entries, now)
    free(book, freed)
    const alerts = settlements.flatMap((settlement) => charge(book, settlement))
    const granted: HoldRow[] = []
    const results = entries.map((entry) =>
      entry.kind === 'reserve' ? grant(book, entry.hold, granted) : undefined,
    )
    await canary?.record(query, events, now)
    withCommit(
      writeBudgets(query, [...book.values()]),
      insertHolds(query, granted, new Date(now + holdMs).toISOString()),
      insertEvents(query, events),
    )
    // Room that was given away may be lost in a crash of the database server: its calls are booked all the same.
    if (settlements.length === 0) withCommit(commitWithoutFlush(query))
    for (const alert of alerts) announce(emit, alert, new Date(now).toISOString())
    return { results, alerts, ratios: ratiosOf(book, lines) }
  })
}

type Query = Parameters<typeof lockBudgets>[0]

/** The locked rows of every budget that the entries touch, and the holds that have ended. */
async function openBook(query: Query, entries: readonly Entry[], now: number) {
  const lines = linesOf(entries)
  const heldIds = entries.flatMap((entry) =>
    entry.kind === 'settle' && entry.settlement.hold !== undefined ? [entry.settlement.hold.id] : [],
  )
  const [freed, rows] = await Promise.all([
    takeHolds(query, heldIds, new Date(now).toISOString()),
    lockBudgets(query, sorted([...lines.values()])),
  ])
  const book = new Map(rows.map((row) => [keyOf(row), row]))
  // A hold that ended by itself may belong to a budget of another day or feature.
  const others = sorted(freed.flatMap(({ budgets }) => budgets)).filter((line) => !book.has(keyOf(line)))
  for (const row of await lockBudgets(query, others)) book.set(keyOf(row), row)
  return { book, lines, freed }
}

/** An alert is told to whoever listens and kept in the audit trail, both by the commit that books the cost. */
function announce(
  emit: Transaction<AiGatewayTables>['emit'],
  { scope, period, percent }: BudgetAlert,
  at: string,
): void {
  emit(budgetThresholdReached, { scope, period, percent, reachedAt: at })
  emit(auditRecorded, {
    tenantKind: 'system',
    action: 'ai-gateway.budget.threshold_reached',
    target: `budget:${scope}`,
    occurredAt: at,
    references: { period, percent: String(percent) },
  })
}

function linesOf(entries: readonly Entry[]): Map<string, BudgetLine> {
  const lines = entries.flatMap((entry) =>
    entry.kind === 'reserve' ? entry.hold.lines : (entry.settlement.hold?.lines ?? []),
  )
  return new Map(lines.map((line) => [keyOf(line), line]))
}

/** Each budget once, in one order for every process, so that no two of them wait for each other. */
function sorted(lines: readonly HeldLine[]): HeldLine[] {
  const unique = new Map(lines.map(({ scope, period }) => [keyOf({ scope, period }), { scope, period }]))
  return [...unique].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, line]) => line)
}

function free(book: ReadonlyMap<string, BudgetRow>, holds: readonly HoldRow[]): void {
  for (const { amount, budgets } of holds) {
    for (const line of budgets) {
      const row = book.get(keyOf(line))
      if (row !== undefined) row.held = Math.max(0, row.held - amount)
    }
  }
}

function charge(book: ReadonlyMap<string, BudgetRow>, { hold, cost }: Settlement): BudgetAlert[] {
  return (hold?.lines ?? []).flatMap((line) => {
    const row = book.get(keyOf(line))
    if (row === undefined) return []
    row.spent += cost
    const due = dueAlerts(row.spent, line.cap, row.alerted_percent)
    row.alerted_percent = due.at(-1) ?? row.alerted_percent
    return due.map((percent) => ({ scope: line.scope, period: line.period, percent }))
  })
}

function grant(
  book: ReadonlyMap<string, BudgetRow>,
  hold: Hold,
  granted: HoldRow[],
): { fullScope: string } | undefined {
  const rows = hold.lines.map((line) => ({ line, row: book.get(keyOf(line)) }))
  const full = rows.find(
    ({ line, row }) => row === undefined || row.spent + row.held + hold.amount > line.limit,
  )
  if (full !== undefined) return { fullScope: full.line.scope }
  for (const { row } of rows) if (row !== undefined) row.held += hold.amount
  granted.push({
    id: hold.id,
    amount: hold.amount,
    budgets: hold.lines.map(({ scope, period }) => ({ scope, period })),
  })
  return undefined
}

const ratiosOf = (book: ReadonlyMap<string, BudgetRow>, lines: ReadonlyMap<string, BudgetLine>) =>
  [...lines].flatMap(([key, line]) => {
    const row = book.get(key)
    return row === undefined ? [] : [{ scope: line.scope, ratio: ratioOf(row.spent + row.held, line.cap) }]
  })

const ratioOf = (amount: NanoUsd, cap: NanoUsd): number => (cap <= 0 ? 1 : toUsd(amount) / toUsd(cap))

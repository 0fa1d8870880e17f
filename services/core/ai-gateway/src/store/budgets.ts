import { type Kysely, sql } from 'kysely'
import type { AiGatewayTables, Arm, BudgetRow, HeldLine, UsageEvent } from './tables.ts'

type Query = Kysely<AiGatewayTables>

export interface HoldRow {
  readonly id: string
  readonly amount: number
  readonly budgets: readonly HeldLine[]
}

/** Takes away the named holds and every one that has ended; each is given back to one caller only. */
export const takeHolds = (query: Query, ids: readonly string[], now: string): Promise<HoldRow[]> =>
  query
    .deleteFrom('ai_holds')
    .where((eb) => eb.or([eb('expires_at', '<=', now), ...(ids.length === 0 ? [] : [eb('id', 'in', ids)])]))
    .returning(['id', 'amount', 'budgets'])
    .execute()

/** Locks the rows of these budgets, in one order for everybody, and makes those that are not there yet. */
export async function lockBudgets(query: Query, lines: readonly HeldLine[]): Promise<BudgetRow[]> {
  if (lines.length === 0) return []
  return query
    .insertInto('ai_budgets')
    .values(lines.map(({ scope, period }) => ({ scope, period, spent: 0, held: 0, alerted_percent: 0 })))
    .onConflict((conflict) =>
      conflict.columns(['scope', 'period']).doUpdateSet((eb) => ({ scope: eb.ref('excluded.scope') })),
    )
    .returningAll()
    .execute()
}

export async function writeBudgets(query: Query, rows: readonly BudgetRow[]): Promise<void> {
  if (rows.length === 0) return
  await query
    .insertInto('ai_budgets')
    .values(rows.map((row) => ({ ...row })))
    .onConflict((conflict) =>
      conflict.columns(['scope', 'period']).doUpdateSet((eb) => ({
        spent: eb.ref('excluded.spent'),
        held: eb.ref('excluded.held'),
        alerted_percent: eb.ref('excluded.alerted_percent'),
      })),
    )
    .execute()
}

/** Lets the commit answer before it is on the disk; rows are unlocked that much sooner. */
export const commitWithoutFlush = (query: Query) =>
  sql`select set_config('synchronous_commit', 'off', true)`.execute(query)

export async function insertHolds(query: Query, holds: readonly HoldRow[], expiresAt: string): Promise<void> {
  if (holds.length === 0) return
  const rows = holds.map(({ id, amount, budgets }) => ({
    id,
    amount,
    budgets: JSON.stringify(budgets),
    expires_at: expiresAt,
  }))
  await query.insertInto('ai_holds').values(rows).execute()
}

export async function insertEvents(query: Query, events: readonly UsageEvent[]): Promise<void> {
  if (events.length > 0)
    await query
      .insertInto('ai_usage_events')
      .values([...events])
      .execute()
}

export const readBudgets = (query: Query, periods: readonly string[]): Promise<BudgetRow[]> =>
  query.selectFrom('ai_budgets').selectAll().where('period', 'in', periods).orderBy('scope').execute()

export interface Figures {
  readonly calls: number
  readonly errors: number
  readonly invalid: number
  readonly cost: number
}

export async function addFigures(query: Query, trial: string, arm: Arm, by: Figures): Promise<void> {
  await query
    .insertInto('ai_canary_figures')
    .values({ trial, arm, ...by })
    .onConflict((conflict) =>
      conflict.columns(['trial', 'arm']).doUpdateSet((eb) => ({
        calls: eb('ai_canary_figures.calls', '+', by.calls),
        errors: eb('ai_canary_figures.errors', '+', by.errors),
        invalid: eb('ai_canary_figures.invalid', '+', by.invalid),
        cost: eb('ai_canary_figures.cost', '+', by.cost),
      })),
    )
    .execute()
}

export const readFigures = (query: Query, trial: string) =>
  query.selectFrom('ai_canary_figures').selectAll().where('trial', '=', trial).execute()

export const findRollback = (query: Query, trial: string) =>
  query.selectFrom('ai_canary_rollbacks').selectAll().where('trial', '=', trial).executeTakeFirst()

/** True for the one who rolled it back. */
export async function insertRollback(
  query: Query,
  trial: string,
  reason: string,
  at: string,
): Promise<boolean> {
  const row = await query
    .insertInto('ai_canary_rollbacks')
    .values({ trial, reason, rolled_back_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .returning('trial')
    .executeTakeFirst()
  return row !== undefined
}

import type { ModuleDatabase } from '@triptych/db'
import type { Clock, NewId } from '@triptych/kernel'
import type { Metrics } from '@triptych/telemetry'
import type { BudgetedFeature, BudgetLine, Budgets } from '../domain/budgets.ts'
import type { NanoUsd } from '../domain/money.ts'
import type { AiGatewayTables, UsageEvent } from '../store/tables.ts'
import type { CanaryBook } from './canary-book.ts'

/** What a call may spend, set aside before it is made. */
export interface Hold {
  readonly id: string
  readonly amount: NanoUsd
  readonly lines: readonly BudgetLine[]
}

export interface Settlement {
  /** Undefined for calls outside every budget. */
  readonly hold: Hold | undefined
  readonly cost: NanoUsd
  readonly event: UsageEvent
}

/** A threshold that spending has reached for the first time in its period. */
export interface BudgetAlert {
  readonly scope: string
  readonly period: string
  readonly percent: number
}

/** The money side of every attempt, exact over all processes. */
export interface Ledger {
  /** The hold, or the budget that has no room for it. */
  reserve(feature: BudgetedFeature, amount: NanoUsd): Promise<Hold | { readonly fullScope: string }>
  /** Puts the true cost in the hold's place and writes the attempt down, shortly after. An answer need not wait for it. */
  settle(settlement: Settlement): Promise<void>
  /** When every settlement of this process until now is kept, or has failed. */
  booked(): Promise<void>
}

export interface LedgerDeps {
  readonly db: ModuleDatabase<AiGatewayTables>
  readonly clock: Clock
  readonly newId: NewId
  readonly metrics: Metrics
  readonly budgets: Budgets
  readonly canary: CanaryBook | undefined
  readonly onAlert: (alert: BudgetAlert) => void
}

/** Longer than any call; a process that dies leaves its holds for no longer than this. */
export const holdMs = 120_000

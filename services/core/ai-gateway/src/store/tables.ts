import type { ColumnType } from 'kysely'
import type { Outcome, Reason } from '../lanes/outcome.ts'

export interface HeldLine {
  readonly scope: string
  readonly period: string
}

export interface UsageEvent {
  readonly id: string
  readonly user_id: string
  readonly request_id: string
  readonly trace_id: string
  readonly feature: string
  readonly purpose: string
  readonly lane: string
  readonly model: string
  readonly served_model: string | null
  readonly provider: string | null
  readonly prompt_version: string
  readonly attempt: number
  readonly outcome: Outcome
  readonly reason: Reason | null
  readonly status: number | null
  readonly input_tokens: number
  readonly cached_tokens: number
  readonly output_tokens: number
  readonly cost: number
  readonly cost_source: 'reported' | 'priced' | 'none'
  readonly first_token_ms: number | null
  readonly latency_ms: number
  readonly created_at: string
}

export interface BudgetRow {
  scope: string
  period: string
  spent: number
  held: number
  alerted_percent: number
}

export type Arm = 'canary' | 'baseline'

export interface AiGatewayTables {
  ai_budgets: BudgetRow
  ai_holds: { id: string; amount: number; budgets: ColumnType<HeldLine[], string, never>; expires_at: string }
  ai_usage_events: UsageEvent
  ai_canary_figures: { trial: string; arm: Arm; calls: number; errors: number; invalid: number; cost: number }
  ai_canary_rollbacks: { trial: string; reason: string; rolled_back_at: string }
}

import type { Json } from '@triptych/oo-policies'
import type { Delivery } from '../domain/next-delivery.ts'
import type { TipState } from '../domain/tip-state.ts'

export interface TipRow {
  id: string
  user_id: string
  kind: 'todo' | 'advice'
  source: string
  source_ref: string
  sealed_text: Uint8Array
  due_at: string | null
  due_on: string | null
  minutes: number | null
  is_recurring: boolean
  is_fresh: boolean
  state: TipState
  offered_at: string
  displayed_at: string | null
  reacted_at: string | null
  snoozed_until: string | null
  dwell_ms: number | null
  reward: number | null
  learned_at: string | null
  notice: string | null
}

export interface DecisionRow {
  tip_id: string
  user_id: string
  policy: string
  policy_version: number
  record: Uint8Array
  candidate_set_hash: string
  context_hash: string
  probability: number
  scored_by: 'process' | 'here'
  decided_at: string
}

export interface ReactionRow {
  user_id: string
  client_id: string
  tip_id: string
  reaction: string
  at: string
  received_at: string
  snooze_until: string | null
  dwell_ms: number | null
}

export interface DeliveryRow extends Delivery {
  user_id: string
  tip_id: string
  task_id: string
  act_after: string
  created_at: string
}

export interface RecommenderTables {
  tips: TipRow
  decisions: DecisionRow
  shadow_decisions: {
    tip_id: string
    policy: string
    user_id: string
    policy_version: number
    outcome: 'decided' | 'late' | 'failed'
    record: Uint8Array | null
    took_ms: number
  }
  reactions: ReactionRow
  deliveries: DeliveryRow
  policy_states: {
    user_id: string
    policy: string
    policy_version: number
    state: Json
    updated_at: string
  }
}

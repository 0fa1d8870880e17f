import type { TurnDto } from '../contract/contract.ts'

/** What a turn gave: views and an action, or help. */
export type TurnAnswer = Pick<TurnDto, 'reframes' | 'micro_action' | 'crisis'>

/** A turn with its texts readable. */
export interface Turn extends TurnAnswer {
  readonly id: string
  readonly thought: string
  readonly engine: string | null
  readonly promptVersion: string | null
  readonly savedAt: string | null
  readonly createdAt: string
}

export const statusOf = (turn: TurnAnswer): 'ok' | 'crisis' => (turn.crisis === null ? 'ok' : 'crisis')

export const toDto = (turn: Turn): TurnDto => ({
  id: turn.id,
  status: statusOf(turn),
  thought: turn.thought,
  reframes: turn.reframes,
  micro_action: turn.micro_action,
  engine: turn.engine,
  crisis: turn.crisis,
  saved_at: turn.savedAt,
  created_at: turn.createdAt,
})

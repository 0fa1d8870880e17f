import type { Context } from '@triptych/kernel'
import type { Ciphers } from '@triptych/runtime'
import { type Turn, type TurnAnswer, statusOf } from './domain/turn.ts'
import type { TurnTables } from './store/tables.ts'

type Row = TurnTables['turns']

const thoughtCell = (row: string) => ({ table: 'turns', column: 'sealed_thought', row })
const answerCell = (row: string) => ({ table: 'turns', column: 'sealed_answer', row })

/** Turns as they lie in the table: every text under its person's key. */
export async function sealTurn(ciphers: Ciphers, context: Context, userId: string, turn: Turn): Promise<Row> {
  const cipher = await ciphers.cipherOf(context, userId)
  const { reframes, micro_action, crisis } = turn
  const answer: TurnAnswer = { reframes, micro_action, crisis }
  return {
    id: turn.id,
    user_id: userId,
    status: statusOf(turn),
    sealed_thought: cipher.encrypt(turn.thought, thoughtCell(turn.id)),
    sealed_answer: cipher.encrypt(JSON.stringify(answer), answerCell(turn.id)),
    engine: turn.engine,
    prompt_version: turn.promptVersion,
    saved_at: turn.savedAt,
    created_at: turn.createdAt,
  }
}

export async function openTurns(ciphers: Ciphers, context: Context, rows: readonly Row[]): Promise<Turn[]> {
  const owner = rows[0]?.user_id
  if (owner === undefined) return []
  const cipher = await ciphers.cipherOf(context, owner)
  return rows.map((row) => ({
    ...(JSON.parse(cipher.decrypt(row.sealed_answer, answerCell(row.id))) as TurnAnswer),
    id: row.id,
    thought: cipher.decrypt(row.sealed_thought, thoughtCell(row.id)),
    engine: row.engine,
    promptVersion: row.prompt_version,
    savedAt: row.saved_at,
    createdAt: row.created_at,
  }))
}

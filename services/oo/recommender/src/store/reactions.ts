import type { Reaction } from '@triptych/oo-policies'
import type { Kysely } from 'kysely'
import type { Answer } from '../domain/answers.ts'
import type { ReactionRow, RecommenderTables } from './tables.ts'

type Query = Kysely<RecommenderTables>

/** False when this one was reported before. */
export async function keepReaction(query: Query, row: ReactionRow): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await query
    .insertInto('reactions')
    .values(row)
    .onConflict((conflict) => conflict.columns(['user_id', 'client_id']).doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

export async function answersOf(query: Query, tipId: string): Promise<Answer[]> {
  const rows = await query
    .selectFrom('reactions')
    .select(['reaction', 'at', 'snooze_until'])
    .where('tip_id', '=', tipId)
    .orderBy('at')
    .orderBy('received_at')
    .execute()
  return rows.map(({ reaction, at, snooze_until: snoozeUntil }) => ({
    reaction: reaction as Reaction,
    at,
    snoozeUntil,
  }))
}

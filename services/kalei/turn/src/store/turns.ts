import type { Kysely } from 'kysely'
import type { TurnTables } from './tables.ts'

type Query = Kysely<TurnTables>

export const findTurn = (query: Query, id: string) =>
  query.selectFrom('turns').selectAll().where('id', '=', id).executeTakeFirst()

export interface TurnPage {
  readonly limit: number
  readonly cursor: string | undefined
  readonly saved: boolean | undefined
}

/** The newest turns first, one more than the page holds. */
export function listTurns(query: Query, userId: string, page: TurnPage) {
  let rows = query.selectFrom('turns').selectAll().where('user_id', '=', userId)
  if (page.cursor !== undefined) rows = rows.where('id', '<', page.cursor)
  if (page.saved !== undefined) rows = rows.where('saved_at', page.saved ? 'is not' : 'is', null)
  return rows
    .orderBy('id', 'desc')
    .limit(page.limit + 1)
    .execute()
}

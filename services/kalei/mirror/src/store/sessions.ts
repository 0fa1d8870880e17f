import type { Kysely } from 'kysely'
import type { FragmentsByType } from '../contract/contract.ts'
import type { MirrorTables } from './tables.ts'

type Query = Kysely<MirrorTables>

export const findSession = (query: Query, id: string) =>
  query.selectFrom('mirror_sessions').selectAll().where('id', '=', id).executeTakeFirst()

/** Holds the session until the end of the transaction: whatever changes its messages comes one after the other. */
export const lockSession = (query: Query, id: string) =>
  query.selectFrom('mirror_sessions').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

/** A change of the session's messages; a reflection that was drawn from them before goes with `forget`. */
export const touchSession = (query: Query, id: string, { forget }: { readonly forget: boolean }) =>
  query
    .updateTable('mirror_sessions')
    .set((eb) => ({
      revision: eb('revision', '+', 1),
      ...(forget
        ? { sealed_reflection: null, reflection_engine: null, reflection_prompt_version: null }
        : {}),
    }))
    .where('id', '=', id)
    .execute()

/** The newest sessions first, one more than the page holds. */
export function listSessions(
  query: Query,
  userId: string,
  page: { readonly limit: number; readonly cursor: string | undefined },
) {
  const rows = query.selectFrom('mirror_sessions').selectAll().where('user_id', '=', userId)
  return (page.cursor === undefined ? rows : rows.where('id', '<', page.cursor))
    .orderBy('id', 'desc')
    .limit(page.limit + 1)
    .execute()
}

export interface SessionCounts {
  readonly messages: number
  readonly fragmentsByType: FragmentsByType
}

/** What each of these sessions holds now. */
export async function countsOf(
  query: Query,
  sessionIds: readonly string[],
): Promise<(id: string) => SessionCounts> {
  if (sessionIds.length === 0) return () => ({ messages: 0, fragmentsByType: {} })
  const messages = await query
    .selectFrom('mirror_messages')
    .select((eb) => ['session_id', eb.fn.countAll<number>().as('count')])
    .where('session_id', 'in', sessionIds)
    .groupBy('session_id')
    .execute()
  const fragments = await query
    .selectFrom('mirror_fragments')
    .select((eb) => ['session_id', 'type', eb.fn.countAll<number>().as('count')])
    .where('session_id', 'in', sessionIds)
    .groupBy(['session_id', 'type'])
    .orderBy('type')
    .execute()
  return (id) => ({
    messages: messages.find((row) => row.session_id === id)?.count ?? 0,
    fragmentsByType: Object.fromEntries(
      fragments.filter((row) => row.session_id === id).map((row) => [row.type, row.count]),
    ),
  })
}

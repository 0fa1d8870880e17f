import type { Kysely } from 'kysely'
import type { FragmentRow, MessageRow, MirrorTables } from './tables.ts'

type Query = Kysely<MirrorTables>

export const findMessage = (query: Query, id: string) =>
  query.selectFrom('mirror_messages').selectAll().where('id', '=', id).executeTakeFirst()

/** In the order they were written. */
export const messagesOf = (query: Query, sessionId: string) =>
  query
    .selectFrom('mirror_messages')
    .selectAll()
    .where('session_id', '=', sessionId)
    .orderBy('position')
    .execute()

/** The few messages before a position, the nearest first. */
export const messagesBefore = (query: Query, sessionId: string, at: { position: number; limit: number }) =>
  query
    .selectFrom('mirror_messages')
    .selectAll()
    .where('session_id', '=', sessionId)
    .where('position', '<', at.position)
    .orderBy('position', 'desc')
    .limit(at.limit)
    .execute()

export const messageAfter = (query: Query, sessionId: string, position: number) =>
  query
    .selectFrom('mirror_messages')
    .selectAll()
    .where('session_id', '=', sessionId)
    .where('position', '>', position)
    .orderBy('position')
    .limit(1)
    .executeTakeFirst()

/** Only while the session is locked. */
export async function nextPosition(query: Query, sessionId: string): Promise<number> {
  const row = await query
    .selectFrom('mirror_messages')
    .select((eb) => eb.fn.max('position').as('last'))
    .where('session_id', '=', sessionId)
    .executeTakeFirst()
  return (row?.last ?? 0) + 1
}

export const fragmentsOfMessages = (query: Query, messageIds: readonly string[]) =>
  messageIds.length === 0
    ? Promise.resolve<FragmentRow[]>([])
    : query
        .selectFrom('mirror_fragments')
        .selectAll()
        .where('message_id', 'in', messageIds)
        .orderBy('message_id')
        .orderBy('start_offset')
        .execute()

/** Fragments go, and the views of them; that they were turned stays counted. */
export async function dropFragments(query: Query, messageId: string): Promise<void> {
  const gone = await query
    .deleteFrom('mirror_fragments')
    .where('message_id', '=', messageId)
    .returning('id')
    .execute()
  if (gone.length === 0) return
  await query
    .updateTable('mirror_reframes')
    .set({ sealed_answer: null, engine: null, prompt_version: null })
    .where(
      'fragment_id',
      'in',
      gone.map((row) => row.id),
    )
    .execute()
}

export async function insertFragments(query: Query, rows: readonly FragmentRow[]): Promise<void> {
  if (rows.length > 0) await query.insertInto('mirror_fragments').values(rows).execute()
}

/** A message with its fragments, as it lies in the tables. */
export interface StoredMessage {
  readonly message: MessageRow
  readonly fragments: readonly FragmentRow[]
}

export async function withFragments(query: Query, messages: readonly MessageRow[]): Promise<StoredMessage[]> {
  const fragments = await fragmentsOfMessages(
    query,
    messages.map(({ id }) => id),
  )
  const byMessage = Map.groupBy(fragments, (fragment) => fragment.message_id)
  return messages.map((message) => ({ message, fragments: byMessage.get(message.id) ?? [] }))
}

import type { Kysely } from 'kysely'
import type { Place } from './connections.ts'
import { type IntegrationsTables, outlineColumns, type OutlineRow, type TaskRow } from './tables.ts'

type Query = Kysely<IntegrationsTables>

/** Rows are written this many at a time: a statement has room for 65,535 parameters. */
const chunkSize = 1_000

const chunksOf = <T>(rows: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(rows.length / chunkSize) }, (_, index) =>
    rows.slice(index * chunkSize, (index + 1) * chunkSize),
  )

/** The rows of these external ids, or of all of the provider's tasks. */
export async function findTasks(
  query: Query,
  { userId, provider }: Place,
  externalIds?: readonly string[],
): Promise<TaskRow[]> {
  let select = query
    .selectFrom('tasks')
    .selectAll()
    .where('user_id', '=', userId)
    .where('provider', '=', provider)
  if (externalIds !== undefined) {
    if (externalIds.length === 0) return []
    select = select.where('external_id', 'in', [...externalIds])
  }
  return select.execute()
}

export async function putTasks(query: Query, rows: readonly TaskRow[]): Promise<void> {
  for (const chunk of chunksOf(rows)) {
    await query
      .insertInto('tasks')
      .values(chunk)
      .onConflict((conflict) =>
        conflict.columns(['user_id', 'provider', 'external_id']).doUpdateSet((eb) => ({
          sealed_text: eb.ref('excluded.sealed_text'),
          project_external_id: eb.ref('excluded.project_external_id'),
          parent_external_id: eb.ref('excluded.parent_external_id'),
          priority: eb.ref('excluded.priority'),
          due_at: eb.ref('excluded.due_at'),
          due_on: eb.ref('excluded.due_on'),
          is_recurring: eb.ref('excluded.is_recurring'),
          deadline_on: eb.ref('excluded.deadline_on'),
          minutes: eb.ref('excluded.minutes'),
          labels: eb.ref('excluded.labels'),
          is_completable: eb.ref('excluded.is_completable'),
          is_checked: eb.ref('excluded.is_checked'),
          is_deleted: eb.ref('excluded.is_deleted'),
          added_at: eb.ref('excluded.added_at'),
          updated_at: eb.ref('excluded.updated_at'),
          seen_at: eb.ref('excluded.seen_at'),
        })),
      )
      .execute()
  }
}

export const markTask = (query: Query, id: string, change: Partial<TaskRow>) =>
  query.updateTable('tasks').set(change).where('id', '=', id).execute()

export async function markDeleted(query: Query, ids: readonly string[], seenAt: string): Promise<void> {
  for (const chunk of chunksOf(ids)) {
    await query
      .updateTable('tasks')
      .set({ is_deleted: true, seen_at: seenAt })
      .where('id', 'in', chunk)
      .execute()
  }
}

const openTasks = (query: Query, userId: string) =>
  query
    .selectFrom('tasks')
    .innerJoin('connections', (join) =>
      join
        .onRef('connections.user_id', '=', 'tasks.user_id')
        .onRef('connections.provider', '=', 'tasks.provider')
        .on('connections.status', '=', 'connected'),
    )
    .where('tasks.user_id', '=', userId)
    .where('is_checked', '=', false)
    .where('is_deleted', '=', false)
    .where('is_completable', '=', true)

/** Without their words: a thousand sealed texts are many bytes to carry for the one that is opened. */
export const listOpen = (query: Query, userId: string, limit: number): Promise<OutlineRow[]> =>
  openTasks(query, userId)
    .select(outlineColumns.map((column) => `tasks.${column}` as const))
    .orderBy('tasks.id', 'desc')
    .limit(limit)
    .execute()

export const findOpen = (query: Query, userId: string, id: string): Promise<TaskRow | undefined> =>
  openTasks(query, userId).selectAll('tasks').where('tasks.id', '=', id).executeTakeFirst()

export const findTask = (query: Query, id: string) =>
  query.selectFrom('tasks').selectAll().where('id', '=', id).executeTakeFirst()

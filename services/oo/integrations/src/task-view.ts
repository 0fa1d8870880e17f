import type { Cipher } from '@triptych/vault'
import type { Kysely } from 'kysely'
import type { z } from 'zod'
import type { task as taskSchema, taskOutline } from './contract/schemas.ts'
import { openText, projectCell } from './sealed-task.ts'
import type { IntegrationsTables, OutlineRow, TaskRow } from './store/tables.ts'

type TaskDto = z.output<typeof taskSchema>
type Outline = z.output<typeof taskOutline>

type Siblings = readonly Pick<TaskRow, 'id' | 'provider' | 'external_id' | 'parent_external_id'>[]

export interface Surroundings {
  readonly projects: readonly IntegrationsTables['projects'][]
  readonly siblings: Siblings
}

/** Which of a person's open tasks lies under which. */
export const siblingsOf = (query: Kysely<IntegrationsTables>, userId: string): Promise<Siblings> =>
  query
    .selectFrom('tasks')
    .select(['id', 'provider', 'external_id', 'parent_external_id'])
    .where('user_id', '=', userId)
    .where('is_checked', '=', false)
    .where('is_deleted', '=', false)
    .execute()

/** What stands around a person's tasks: their lists, and which task lies under which. */
export async function surroundingsOf(
  query: Kysely<IntegrationsTables>,
  userId: string,
): Promise<Surroundings> {
  const projects = await query.selectFrom('projects').selectAll().where('user_id', '=', userId).execute()
  return { projects, siblings: await siblingsOf(query, userId) }
}

/** What stands around one task: its list, what it lies under, what lies under it. */
export async function surroundingsOfOne(
  query: Kysely<IntegrationsTables>,
  {
    user_id: userId,
    provider,
    external_id: id,
    parent_external_id: parent,
    project_external_id: list,
  }: TaskRow,
): Promise<Surroundings> {
  const projects = await query
    .selectFrom('projects')
    .selectAll()
    .where('user_id', '=', userId)
    .where('provider', '=', provider)
    .where('external_id', '=', list ?? '')
    .execute()
  const siblings = await query
    .selectFrom('tasks')
    .select(['id', 'provider', 'external_id', 'parent_external_id'])
    .where('user_id', '=', userId)
    .where('provider', '=', provider)
    .where('is_checked', '=', false)
    .where('is_deleted', '=', false)
    .where((eb) => eb.or([eb('parent_external_id', '=', id), eb('external_id', '=', parent ?? '')]))
    .execute()
  return { projects, siblings }
}

const keyOf = (provider: string, externalId: string): string => `${provider} ${externalId}`
const within = ({ provider }: OutlineRow, external: string | null): string =>
  external === null ? '' : keyOf(provider, external)

/** All of a task but its words. */
export function toOutlines(rows: readonly OutlineRow[], siblings: Siblings): Outline[] {
  const ids = new Map(siblings.map((row) => [keyOf(row.provider, row.external_id), row.id]))
  const children = new Map<string, number>()
  for (const { provider, parent_external_id: parent } of siblings) {
    if (parent === null) continue
    const key = keyOf(provider, parent)
    children.set(key, (children.get(key) ?? 0) + 1)
  }
  return rows.map((row) => ({
    id: row.id,
    provider: row.provider,
    priority: row.priority,
    due_at: row.due_at,
    due_on: row.due_on,
    is_recurring: row.is_recurring,
    deadline_on: row.deadline_on,
    minutes: row.minutes,
    labels: row.labels,
    parent_id: ids.get(within(row, row.parent_external_id)) ?? null,
    open_children: children.get(keyOf(row.provider, row.external_id)) ?? 0,
    added_at: row.added_at,
    updated_at: row.updated_at,
  }))
}

/** Opens rows for those who may read them. */
export function toDtos(cipher: Cipher, rows: readonly TaskRow[], around: Surroundings): TaskDto[] {
  const names = new Map(
    around.projects.map((row) => [
      keyOf(row.provider, row.external_id),
      cipher.decrypt(row.sealed_name, projectCell(row.provider, row.external_id)),
    ]),
  )
  const outlines = toOutlines(rows, around.siblings)
  return rows.map((row, index) => ({
    ...(outlines[index] as Outline),
    ...openText(cipher, row),
    project: names.get(within(row, row.project_external_id)) ?? null,
  }))
}

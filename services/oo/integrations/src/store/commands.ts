import type { Kysely } from 'kysely'
import type { CommandRow, IntegrationsTables } from './tables.ts'

type Query = Kysely<IntegrationsTables>

/** Writes a command down before it is sent; the row that stands when it was there already. */
export async function keepCommand(query: Query, row: CommandRow): Promise<CommandRow> {
  await query
    .insertInto('commands')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return query.selectFrom('commands').selectAll().where('id', '=', row.id).executeTakeFirstOrThrow()
}

export const settleCommand = (query: Query, id: string, outcome: CommandRow['outcome']) =>
  query.updateTable('commands').set({ outcome }).where('id', '=', id).execute()

/** Which of these tasks we closed ourselves since they last changed here. */
export async function closedByUs(query: Query, taskIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (taskIds.length === 0) return new Set()
  const rows = await query
    .selectFrom('commands')
    .innerJoin('tasks', 'tasks.id', 'commands.task_id')
    .select('commands.task_id')
    .where('commands.task_id', 'in', [...taskIds])
    .where('commands.action', '=', 'complete')
    .where('commands.outcome', '=', 'done')
    .whereRef('commands.created_at', '>=', 'tasks.seen_at')
    .execute()
  return new Set(rows.map((row) => row.task_id))
}

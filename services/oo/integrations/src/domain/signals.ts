import type { ExternalTask } from './external-task.ts'

export type SignalKind = 'added' | 'updated' | 'postponed' | 'completed' | 'moved_on' | 'reopened' | 'deleted'

/** What was known of a task before. */
interface Known {
  readonly is_checked: boolean
  readonly is_deleted: boolean
  readonly due_at: string | null
  readonly due_on: string | null
  readonly updated_at: string | null
}

/**
 * What happened to a task between two readings; undefined when nothing did. A due date that moved is no completion:
 * only our own command on a recurring task may say `moved_on`, as a person may just as well have put it off.
 */
export function signalOf(
  before: Known | undefined,
  after: ExternalTask,
  wasClosedByUs: boolean,
): SignalKind | undefined {
  if (before === undefined) return after.isDeleted || after.isChecked ? undefined : 'added'
  if (after.isDeleted) return before.is_deleted ? undefined : 'deleted'
  if (after.isChecked) return before.is_checked ? undefined : 'completed'
  if (before.is_checked || before.is_deleted) return 'reopened'
  if (hasMoved(before, after)) return wasClosedByUs && after.isRecurring ? 'moved_on' : 'postponed'
  return before.updated_at === after.updatedAt ? undefined : 'updated'
}

/** Later than before: brought forward or given its first date is an ordinary change. */
function hasMoved(before: Known, after: ExternalTask): boolean {
  const [old, now] = [before.due_at ?? before.due_on, after.dueAt ?? after.dueOn]
  return old !== null && now !== null && now > old
}

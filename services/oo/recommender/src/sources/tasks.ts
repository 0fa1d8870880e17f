import type { integrationsContract } from '@triptych/integrations/contract'
import type { Client, OutputOf } from '@triptych/kernel'
import type { Candidate } from '../domain/candidate.ts'
import type { CandidateSource } from './source.ts'

type Task = OutputOf<(typeof integrationsContract)['operations']['listOpenTasks']>['items'][number]

const most = 1_000
const prefix = 'integrations.'
const suffix = '.tasks'

const sourceOf = (provider: string): string => `${prefix}${provider}${suffix}`

/** A person's open tasks, one source a provider: `integrations.todoist.tasks`. */
export const createTaskSource = (integrations: Client<typeof integrationsContract>): CandidateSource => ({
  name: 'integrations.tasks',
  owns: (source) => source.startsWith(prefix) && source.endsWith(suffix),
  async candidates(context, userId) {
    const { items, is_fresh: isFresh } = await integrations.listOpenTasks(context, {
      user_id: userId,
      limit: most,
    })
    return items.map((task) => toCandidate(task, isFresh))
  },
  async open(context, userId, { ref }) {
    const { task } = await integrations.getOpenTask(context, { user_id: userId, task_id: ref })
    if (task === null) return undefined
    const { title, notes: body, url: deepLink, project } = task
    return { title, body, deepLink, project, attribution: null }
  },
})

const toCandidate = (task: Task, isFresh: boolean): Candidate => ({
  id: `${sourceOf(task.provider)}:${task.id}`,
  source: sourceOf(task.provider),
  ref: task.id,
  kind: 'todo',
  dueAt: task.due_at,
  dueOn: task.due_on,
  deadlineOn: task.deadline_on,
  minutes: task.minutes,
  isRecurring: task.is_recurring,
  priority: task.priority,
  addedAt: task.added_at,
  isPartOfAnother: task.parent_id !== null,
  openParts: task.open_children,
  labels: task.labels,
  isFresh,
})

import { invalid } from './errors.ts'
import type { Account } from './account.ts'
import { dayOf, nextDue, onDay } from './due.ts'
import { isUncompletable, type Due, type Item } from './model.ts'

/** What can be said about a task when it is added or changed. */
export interface TaskFields {
  readonly content: string
  readonly description: string
  readonly priority: number
  readonly due: Due | null
  readonly deadline: Item['deadline']
  readonly duration: Item['duration']
  readonly labels: readonly string[]
  readonly child_order: number
}

export interface Place {
  readonly project_id?: string | undefined
  readonly section_id?: string | null | undefined
  readonly parent_id?: string | null | undefined
}

const save = (account: Account, item: Item, changes: Partial<Item>): Item =>
  account.put('items', { ...item, ...changes, updated_at: account.timestamp() })

function update(
  account: Account,
  item: Item,
  changes: Partial<Item>,
  intent: 'item_updated' | 'item_completed' = 'item_updated',
): Item {
  const saved = save(account, item, changes)
  account.emit({ name: 'item:updated', item: saved, before: item, intent })
  return saved
}

function descendants(account: Account, { id }: Item): Item[] {
  const children = account.list('items').filter(({ parent_id: parent }) => parent === id)
  return children.flatMap((child) => [child, ...descendants(account, child)])
}

/** A task in its project, section or under its parent; the inbox when nothing is said. */
export function addTask(account: Account, fields: Partial<TaskFields>, place: Place): Item {
  const { userId } = account.owner
  const at = account.timestamp()
  const item: Item = {
    id: account.newId(),
    user_id: userId,
    ...resolve(account, place),
    content: '',
    description: '',
    priority: 1,
    due: null,
    deadline: null,
    duration: null,
    labels: [],
    child_order: account.count('items') + 1,
    day_order: -1,
    is_collapsed: false,
    checked: false,
    is_deleted: false,
    added_by_uid: userId,
    assigned_by_uid: null,
    responsible_uid: null,
    added_at: at,
    updated_at: at,
    completed_at: null,
    ...fields,
  }
  account.put('items', item)
  account.emit({ name: 'item:added', item })
  return item
}

type Resolved = Pick<Item, 'project_id' | 'section_id' | 'parent_id'>

function resolve(account: Account, place: Place): Resolved {
  if (place.parent_id !== undefined && place.parent_id !== null) {
    const parent = account.find('items', place.parent_id)
    return { project_id: parent.project_id, section_id: parent.section_id, parent_id: parent.id }
  }
  if (place.section_id !== undefined && place.section_id !== null) {
    const section = account.find('sections', place.section_id)
    return { project_id: section.project_id, section_id: section.id, parent_id: null }
  }
  const inbox = account.list('projects').find(({ inbox_project: isInbox }) => isInbox)
  const project = account.find('projects', place.project_id ?? inbox?.id ?? '')
  return { project_id: project.id, section_id: null, parent_id: null }
}

/** Done as the apps do it: a recurring task moves on, any other is completed with its sub-tasks. */
export function closeTask(account: Account, id: string): Item {
  const item = account.find('items', id)
  refuseUncompletable(item)
  if (item.due?.is_recurring !== true || item.checked) return completeTask(account, id)
  for (const child of descendants(account, item)) {
    if (child.checked) reopen(account, child)
  }
  const due = nextDue(item.due, account.today, account.owner.timeZone)
  return update(account, item, { due }, 'item_completed')
}

/** Completed for good, a recurring one too, with its sub-tasks. Once completed it stays as it was. */
export function completeTask(account: Account, id: string): Item {
  const item = account.find('items', id)
  refuseUncompletable(item)
  for (const each of [item, ...descendants(account, item)]) {
    if (each.checked) continue
    const saved = save(account, each, { checked: true, completed_at: account.timestamp() })
    account.emit({ name: 'item:completed', item: saved })
  }
  return account.find('items', id)
}

function refuseUncompletable(item: Item): void {
  if (isUncompletable(item)) throw invalid('id', 'the task cannot be completed')
}

function reopen(account: Account, item: Item): void {
  const saved = save(account, item, { checked: false, completed_at: null })
  account.emit({ name: 'item:uncompleted', item: saved })
}

/** Active again, with the tasks above it. */
export function uncompleteTask(account: Account, id: string): Item {
  const item = account.find('items', id)
  if (item.checked) reopen(account, item)
  if (item.parent_id !== null) uncompleteTask(account, item.parent_id)
  return account.find('items', id)
}

export function updateTask(account: Account, id: string, changes: Partial<TaskFields>): Item {
  return update(account, account.find('items', id), changes)
}

/** To another project, section or parent, with its sub-tasks. */
export function moveTask(account: Account, id: string, place: Place): Item {
  const item = account.find('items', id)
  const target = resolve(account, place)
  const below = descendants(account, item)
  if ([item, ...below].some((each) => each.id === target.parent_id)) {
    throw invalid('parent_id', 'a task cannot be moved under itself')
  }
  const saved = update(account, item, target)
  for (const child of below) {
    update(account, child, { project_id: target.project_id, section_id: target.section_id })
  }
  return saved
}

export function deleteTask(account: Account, id: string): void {
  const item = account.find('items', id)
  for (const each of [item, ...descendants(account, item)]) {
    account.emit({ name: 'item:deleted', item: save(account, each, { is_deleted: true }) })
  }
}

/** "Postpone": a recurring task skips to its next date without having been done, another to tomorrow. */
export function postponeTask(account: Account, id: string): Item {
  const item = account.find('items', id)
  const { timeZone } = account.owner
  const tomorrow = account.today.add({ days: 1 })
  const { due } = item
  if (due === null) {
    const date = tomorrow.toString()
    return update(account, item, {
      due: { date, timezone: null, string: date, lang: 'en', is_recurring: false },
    })
  }
  const next = due.is_recurring ? nextDue(due, account.today, timeZone) : onDay(due, tomorrow, timeZone)
  const string = due.is_recurring ? due.string : dayOf(next, timeZone).toString()
  return update(account, item, { due: { ...next, string } })
}

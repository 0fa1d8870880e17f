import type { Account } from '../account.ts'
import { readDue } from '../due.ts'
import type { Due, Item, Project } from '../model.ts'
import { addTask, type Place } from '../tasks.ts'

/** A task as the seeds write it; days count from today. */
export interface Seedling {
  readonly content: string
  readonly description?: string
  readonly priority?: 1 | 2 | 3 | 4
  /** Days from today; with `every` it defaults to the first day of the rule from today on. */
  readonly day?: number
  readonly time?: string
  /** Fixes the time to this zone; a time without a zone floats. */
  readonly zone?: string
  readonly every?: string
  readonly deadline?: number
  readonly minutes?: number
  readonly days?: number
  readonly labels?: readonly string[]
  readonly below?: readonly Seedling[]
}

export interface Bed {
  readonly name: string
  readonly color: string
  readonly tasks: readonly Seedling[]
  readonly sections?: Readonly<Record<string, readonly Seedling[]>>
}

export function plantProject(account: Account, bed: Pick<Bed, 'name' | 'color'>, isInbox = false): Project {
  return account.put('projects', {
    id: account.newId(),
    name: bed.name,
    color: bed.color,
    parent_id: null,
    child_order: account.list('projects').length,
    inbox_project: isInbox,
    is_favorite: false,
    is_archived: false,
    is_deleted: false,
    is_shared: false,
    view_style: 'list',
  })
}

/** A project with its sections and tasks. */
export function plantBed(account: Account, bed: Bed, project = plantProject(account, bed)): void {
  plantTasks(account, bed.tasks, { project_id: project.id })
  for (const [order, [name, tasks]] of Object.entries(bed.sections ?? {}).entries()) {
    const section = account.put('sections', {
      id: account.newId(),
      name,
      project_id: project.id,
      section_order: order + 1,
      is_archived: false,
      is_deleted: false,
    })
    plantTasks(account, tasks, { section_id: section.id })
  }
}

export function plantLabels(account: Account, labels: Readonly<Record<string, string>>): void {
  for (const [order, [name, color]] of Object.entries(labels).entries()) {
    account.put('labels', {
      id: account.newId(),
      name,
      color,
      item_order: order,
      is_favorite: false,
      is_deleted: false,
    })
  }
}

function plantTasks(account: Account, seedlings: readonly Seedling[], place: Place): void {
  for (const seedling of seedlings) {
    const item = addTask(account, fieldsOf(account, seedling), place)
    plantTasks(account, seedling.below ?? [], { parent_id: item.id })
  }
}

function fieldsOf(account: Account, seedling: Seedling): Partial<Item> {
  const { content, description = '', priority = 1, deadline, minutes, days, labels = [] } = seedling
  const duration = minutes === undefined ? days : minutes
  return {
    content,
    description,
    priority,
    labels,
    due: dueOf(account, seedling),
    deadline:
      deadline === undefined ? null : { date: account.today.add({ days: deadline }).toString(), lang: 'en' },
    duration:
      duration === undefined ? null : { amount: duration, unit: minutes === undefined ? 'day' : 'minute' },
  }
}

function dueOf({ today }: Account, { day, time, zone, every }: Seedling): Due | null {
  if (day === undefined && every === undefined) return null
  const start = day === undefined ? undefined : today.add({ days: day })
  const first = start?.toString() ?? readDue(every ?? '', today)?.date.slice(0, 10)
  if (first === undefined) throw new Error(`No rule is known for "${every}".`)
  const text = [every ?? first, time === undefined ? [] : ['at', time]].flat().join(' ')
  const due = { string: text, lang: 'en', is_recurring: every !== undefined }
  if (time === undefined) return { ...due, date: first, timezone: null }
  const local = `${first}T${time}:00`
  if (zone === undefined) return { ...due, date: local, timezone: null }
  const fixed = Temporal.PlainDateTime.from(local).toZonedDateTime(zone).toInstant().toString()
  return { ...due, date: fixed, timezone: zone }
}

import { z } from 'zod'
import type { ExternalTask } from '../../domain/external-task.ts'

const due = z.object({
  /** A day, a floating time, or a moment with `Z`. */
  date: z.string(),
  timezone: z.string().nullish(),
  is_recurring: z.boolean().default(false),
})

/** Only what is used: the rest of Todoist's objects is not even parsed, so it cannot be kept. */
export const item = z.object({
  id: z.string(),
  project_id: z.string().nullish(),
  parent_id: z.string().nullish(),
  content: z.string().default(''),
  description: z.string().nullish(),
  priority: z.number().int().min(1).max(4).default(1),
  due: due.nullish(),
  deadline: z.object({ date: z.string() }).nullish(),
  duration: z.object({ amount: z.number(), unit: z.enum(['minute', 'day']) }).nullish(),
  labels: z.array(z.unknown()).default([]),
  checked: z.boolean().default(false),
  is_deleted: z.boolean().default(false),
  added_at: z.string().nullish(),
  updated_at: z.string().nullish(),
})
type Item = z.infer<typeof item>

export const project = z.object({
  id: z.string(),
  name: z.string().default(''),
  is_deleted: z.boolean().default(false),
  is_archived: z.boolean().default(false),
})

const uncompletable = '* '

/** `userZone` places what is due at a floating time. */
export function toTask(source: Item, userZone: string): ExternalTask {
  const isCompletable = !source.content.startsWith(uncompletable)
  return {
    externalId: source.id,
    title: plainText(isCompletable ? source.content : source.content.slice(uncompletable.length)),
    notes: source.description?.trim() ? source.description : null,
    url: `https://app.todoist.com/app/task/${encodeURIComponent(source.id)}`,
    projectExternalId: source.project_id ?? null,
    parentExternalId: source.parent_id ?? null,
    // Todoist counts the other way: 4 is what its apps show as p1.
    priority: (5 - source.priority) as 1 | 2 | 3 | 4,
    ...dueOf(source.due, userZone),
    isRecurring: source.due?.is_recurring ?? false,
    deadlineOn: dayOf(source.deadline?.date),
    minutes: minutesOf(source.duration),
    labels: source.labels.length,
    isCompletable,
    isChecked: source.checked,
    isDeleted: source.is_deleted,
    addedAt: momentOf(source.added_at),
    updatedAt: momentOf(source.updated_at),
  }
}

const minutesADay = 1_440

const minutesOf = (duration: Item['duration']): number | null =>
  duration === null || duration === undefined
    ? null
    : Math.round(duration.unit === 'day' ? duration.amount * minutesADay : duration.amount)

const dayOf = (text: string | undefined): string | null =>
  text !== undefined && /^\d{4}-\d{2}-\d{2}/.test(text) ? text.slice(0, 10) : null

function momentOf(text: string | null | undefined): string | null {
  const time = Date.parse(text ?? '')
  return Number.isNaN(time) ? null : new Date(time).toISOString()
}

/** A day stays a day; a time becomes a moment: fixed ones by their `Z`, floating ones by where the person is. */
function dueOf(source: Item['due'], userZone: string): Pick<ExternalTask, 'dueAt' | 'dueOn'> {
  if (source === null || source === undefined) return { dueAt: null, dueOn: null }
  const { date } = source
  if (/^\d{4}-\d{2}-\d{2}$/.test(date)) return { dueAt: null, dueOn: date }
  if (date.endsWith('Z')) {
    const dueAt = momentOf(date)
    return { dueAt, dueOn: dueAt === null ? null : dayIn(dueAt, source.timezone ?? userZone) }
  }
  return { dueAt: fromLocal(date, userZone), dueOn: dayOf(date) }
}

function dayIn(moment: string, zone: string): string {
  try {
    return Temporal.Instant.from(moment).toZonedDateTimeISO(zone).toPlainDate().toString()
  } catch {
    return moment.slice(0, 10)
  }
}

function fromLocal(local: string, zone: string): string | null {
  try {
    const { epochMilliseconds } = Temporal.PlainDateTime.from(local).toZonedDateTime(zone)
    return new Date(epochMilliseconds).toISOString()
  } catch {
    return null
  }
}

/** Todoist's content is markdown; a tip shows its words: links by their text, marks of emphasis gone. */
export const plainText = (markdown: string): string =>
  markdown
    .replace(/!?\[([^\]]+)\]\([^)\s]+\)/g, '$1')
    .replace(/(\*\*|__|~~|`)(.+?)\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}])([*_])(\S(?:.*?\S)?)\1(?![\p{L}\p{N}])/gu, '$2')
    .trim()

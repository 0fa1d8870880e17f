import { createHash } from 'node:crypto'
import ICAL from 'ical.js'
import type { ExternalTask } from '../../domain/external-task.ts'
import { splitCalendar } from './calendar-text.ts'
import { nextDue } from './next-due.ts'
import { rulesOf, textOf, timeOf } from './properties.ts'
import { createMeter, datesOf, type Meter, TooMuchWork } from './recurrence.ts'

const mostTodos = 5_000
/** Rules of a time zone are followed so far ahead to see whether they can be. */
const yearsAhead = 10

/** An address that gives no calendar; `message` may be shown to a person. */
export class NotACalendar extends Error {
  override readonly name = 'NotACalendar'
}

export interface CalendarReading {
  readonly tasks: readonly ExternalTask[]
  /** Something could not be read, or costs too much to follow, and is left out. */
  readonly isPartial: boolean
}

/** The to-dos of a calendar; its events are no tasks and are left out. `now` decides which date of a recurring one counts. */
export function todosOf(text: string, now: number): CalendarReading {
  const meter = createMeter()
  let isPartial = false
  /** What cannot be read must not hide the rest. */
  const attempt = <T>(read: () => T): T[] => {
    meter.next()
    try {
      return [read()]
    } catch {
      isPartial = true
      return []
    }
  }
  const { frame, components } = calendarOf(text)
  const named = (wanted: string): ICAL.Component[] =>
    components
      .filter(({ name }) => name === wanted)
      .flatMap((one) => attempt(() => new ICAL.Component(ICAL.parse(one.text))))
  for (const zone of named('vtimezone')) attempt(() => registerZone(zone, now, meter))
  const zone = textOf(frame, 'x-wr-timezone') ?? 'UTC'
  const series = Map.groupBy(named('vtodo'), (todo) => textOf(todo, 'uid') ?? '')
  if (series.size > mostTodos) throw new NotACalendar(`It has more than ${mostTodos} to-dos.`)
  const tasks = [...series].flatMap(([uid, todos]) => attempt(() => toTask(uid, todos, { now, zone, meter })))
  return { tasks, isPartial }
}

function calendarOf(text: string) {
  let calendar
  try {
    const { frame, components } = splitCalendar(text)
    calendar = { frame: new ICAL.Component(ICAL.parse(frame)), components }
  } catch {
    throw new NotACalendar('What it gives is not in the iCalendar format.')
  }
  if (calendar.frame.name !== 'vcalendar') throw new NotACalendar('What it gives is not a calendar.')
  return calendar
}

/** Throws `TooMuchWork` unless its changes of the clock can be followed, which the library does without a bound. */
function registerZone(zone: ICAL.Component, now: number, meter: Meter): void {
  const lastYear = new Date(now).getUTCFullYear() + yearsAhead
  for (const changes of zone.getAllSubcomponents()) {
    const start = timeOf(changes, 'dtstart')
    for (const rule of rulesOf(changes)) {
      if (rule.freq !== 'YEARLY' || start === undefined) throw new TooMuchWork()
      for (const { year } of datesOf({ rule, start, from: 0 }, meter)) if (year > lastYear) break
    }
  }
  ICAL.TimezoneService.register(new ICAL.Timezone(zone))
}

interface Surroundings {
  readonly now: number
  /** Where times without a zone of their own are meant. */
  readonly zone: string
  readonly meter: Meter
}

function toTask(uid: string, todos: readonly ICAL.Component[], around: Surroundings): ExternalTask {
  const main = todos.find((todo) => !todo.hasProperty('recurrence-id')) ?? todos[0]
  if (main === undefined || uid === '') throw new Error('a to-do without a name')
  const isRecurring = main.hasProperty('rrule') || main.hasProperty('rdate')
  const due = isRecurring ? nextDue(main, todos, around) : timeOf(main, 'due')
  const status = textOf(main, 'status')
  return {
    // Often the address of a mailbox or a machine: only its hash is kept.
    externalId: createHash('sha256').update(uid).digest('base64url').slice(0, 27),
    title: textOf(main, 'summary')?.trim() || 'Untitled',
    notes: textOf(main, 'description')?.trim() || null,
    url: webAddress(textOf(main, 'url')),
    projectExternalId: null,
    parentExternalId: null,
    priority: priorityOf(Number(textOf(main, 'priority') ?? 0)),
    ...dueOf(due, around.zone),
    isRecurring,
    deadlineOn: null,
    minutes: null,
    labels: main.getAllProperties('categories').length,
    isCompletable: true,
    isChecked: status === 'COMPLETED' || main.hasProperty('completed'),
    // A series that is over asks nothing of anybody any more.
    isDeleted: status === 'CANCELLED' || (isRecurring && due === undefined),
    addedAt: momentOf(timeOf(main, 'created'), around.zone),
    updatedAt: momentOf(timeOf(main, 'last-modified'), around.zone),
  }
}

/** iCalendar counts from 1 to 9, 0 is none; the field's apps show 1 to 4 as high, 5 as medium, the rest as low. */
function priorityOf(value: number): 1 | 2 | 3 | 4 {
  if (!(value >= 1 && value <= 9)) return 4
  if (value < 5) return 1
  return value === 5 ? 2 : 3
}

function dueOf(due: ICAL.Time | undefined, zone: string): Pick<ExternalTask, 'dueAt' | 'dueOn'> {
  if (due === undefined) return { dueAt: null, dueOn: null }
  const dueOn = due.toString().slice(0, 10)
  return due.isDate ? { dueAt: null, dueOn } : { dueAt: momentOf(due, zone), dueOn }
}

/** A time whose zone the calendar neither describes nor names is meant where the calendar is. */
function momentOf(time: ICAL.Time | undefined, zone: string): string | null {
  if (time === undefined) return null
  if (time.zone !== ICAL.Timezone.localTimezone) return time.toJSDate().toISOString()
  try {
    const local = Temporal.PlainDateTime.from(time.toString())
    return new Date(local.toZonedDateTime(zone).epochMilliseconds).toISOString()
  } catch {
    return null
  }
}

const webAddress = (text: string | undefined): string | null =>
  text !== undefined && /^https:\/\/\S+$/.test(text) && text.length <= 2_000 ? text : null

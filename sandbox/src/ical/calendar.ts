import { createHash, randomUUID } from 'node:crypto'
import type { Clock } from '../kit/clock.ts'

/** A to-do as the calendar's own app shows it. Dates are written as iCalendar writes them. */
export interface Todo {
  readonly uid: string
  summary: string
  /** `20260131` or `20260131T090000Z`. */
  due?: string | undefined
  rrule?: string | undefined
  priority?: number | undefined
  status: 'NEEDS-ACTION' | 'COMPLETED' | 'CANCELLED'
  modified: string
}

export type NewTodo = Pick<Todo, 'summary' | 'due' | 'rrule' | 'priority'>

export interface TodoChange {
  readonly summary?: string | undefined
  readonly due?: string | undefined
  readonly status?: Todo['status']
}

export interface Calendar {
  list(): readonly Todo[]
  add(todo: NewTodo): Todo
  /** Undefined when there is none of this uid. */
  change(uid: string, change: TodoChange): Todo | undefined
  remove(uid: string): boolean
  text(): string
  etag(): string
  reset(): void
}

const stamp = (date: Date): string => date.toISOString().replaceAll(/[-:]|\.\d{3}/g, '')
const day = (date: Date, offset: number): string =>
  stamp(new Date(date.getTime() + offset * 86_400_000)).slice(0, 8)

export function createCalendar(clock: Clock): Calendar {
  let todos: Todo[] | undefined
  const all = (): Todo[] => (todos ??= seed(clock.now()))
  return {
    list: all,
    add(given) {
      const todo: Todo = {
        ...given,
        uid: `${randomUUID()}@calendar.example`,
        status: 'NEEDS-ACTION',
        modified: stamp(clock.now()),
      }
      all().push(todo)
      return todo
    },
    change(uid, change) {
      const todo = all().find((one) => one.uid === uid)
      return todo === undefined ? undefined : Object.assign(todo, change, { modified: stamp(clock.now()) })
    },
    remove(uid) {
      const before = all().length
      todos = all().filter((one) => one.uid !== uid)
      return todos.length < before
    },
    text: () => render(all(), clock.now()),
    etag: () => `"${createHash('sha256').update(JSON.stringify(all())).digest('base64url').slice(0, 22)}"`,
    reset() {
      todos = undefined
    },
  }
}

/** A small household, arranged around the day on which somebody first looks. */
function seed(now: Date): Todo[] {
  const modified = stamp(now)
  const todo = (number: number, rest: NewTodo & { status?: Todo['status'] }): Todo => ({
    status: 'NEEDS-ACTION',
    modified,
    ...rest,
    uid: `household-${number}@calendar.example`,
  })
  return [
    todo(1, { summary: 'Renew the passport', due: day(now, 5), priority: 1 }),
    todo(2, { summary: 'Call the dentist', due: day(now, 0) }),
    todo(3, { summary: 'Bring back the library books', due: `${day(now, 1)}T160000Z`, priority: 5 }),
    todo(4, { summary: 'Water the plants', due: day(now, -20), rrule: 'FREQ=WEEKLY' }),
    todo(5, { summary: 'Pay the rent', due: day(now, -40), rrule: 'FREQ=MONTHLY;BYMONTHDAY=1' }),
    todo(6, { summary: 'Sort the photographs' }),
    todo(7, { summary: 'Book the train', due: day(now, -3), status: 'COMPLETED' }),
    todo(8, { summary: 'Sell the old bicycle', status: 'CANCELLED' }),
  ]
}

function render(todos: readonly Todo[], now: Date): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Sandbox//Household//EN',
    'X-WR-CALNAME:Household',
    'BEGIN:VEVENT',
    'UID:concert@calendar.example',
    `DTSTAMP:${stamp(now)}`,
    `DTSTART:${day(now, 2)}T190000Z`,
    'SUMMARY:Concert',
    'END:VEVENT',
    ...todos.flatMap((todo) => [
      'BEGIN:VTODO',
      `UID:${todo.uid}`,
      `DTSTAMP:${stamp(now)}`,
      `LAST-MODIFIED:${todo.modified}`,
      `SUMMARY:${escape(todo.summary)}`,
      ...(todo.due === undefined ? [] : [property('DTSTART', todo.due), property('DUE', todo.due)]),
      ...(todo.rrule === undefined ? [] : [`RRULE:${todo.rrule}`]),
      ...(todo.priority === undefined ? [] : [`PRIORITY:${todo.priority}`]),
      `STATUS:${todo.status}`,
      'END:VTODO',
    ]),
    'END:VCALENDAR',
  ]
  return `${lines.map(fold).join('\r\n')}\r\n`
}

const property = (name: string, value: string): string =>
  value.includes('T') ? `${name}:${value}` : `${name};VALUE=DATE:${value}`

const escape = (text: string): string => text.replaceAll(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n')

/** Lines of at most 75 octets; what follows begins with a space. Cut between characters. */
function fold(line: string): string {
  const parts: string[] = []
  let current = ''
  for (const character of line) {
    if (Buffer.byteLength(current + character) > 74) {
      parts.push(current)
      current = ''
    }
    current += character
  }
  return [...parts, current].join('\r\n ')
}

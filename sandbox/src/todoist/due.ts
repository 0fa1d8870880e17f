import type { Due } from './model.ts'

type Day = Temporal.PlainDate
/** The first day after `day` that the rule names. */
type Rule = (day: Day) => Day

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
const ordinals = ['first', 'second', 'third', 'fourth']
const timeSuffix = / at (\d{1,2}):(\d{2})$/

const nextWeekday = (day: Day, weekday: number): Day =>
  day.add({ days: ((weekday - day.dayOfWeek + 6) % 7) + 1 })

/** The nth (0 = first, -1 = last) such weekday of the month. */
function weekdayOfMonth(month: Day, weekday: number, nth: number): Day {
  const first = month.with({ day: 1 })
  if (nth >= 0) return nextWeekday(first.subtract({ days: 1 }), weekday).add({ weeks: nth })
  return nextWeekday(first.add({ months: 1 }).subtract({ days: 8 }), weekday)
}

/** The first of `pick(month)`, month by month, that comes after `day`. */
function firstAfter(day: Day, pick: (month: Day) => Day): Day {
  const inMonth = pick(day)
  return Temporal.PlainDate.compare(inMonth, day) > 0
    ? inMonth
    : pick(day.with({ day: 1 }).add({ months: 1 }))
}

const anyWeekday = `(${weekdays.join('|')})`
const anyOrdinal = `(${ordinals.join('|')})`
const weekdayNumber = (name = ''): number => weekdays.indexOf(name) + 1

const patterns: readonly (readonly [RegExp, (first: string, second: string) => Rule])[] = [
  [/^day$/, () => (day) => day.add({ days: 1 })],
  [/^other day$/, () => (day) => day.add({ days: 2 })],
  [/^(\d+) days?$/, (days) => (day) => day.add({ days: Number(days) })],
  [/^week$/, () => (day) => day.add({ weeks: 1 })],
  [/^(\d+) weeks?$/, (weeks) => (day) => day.add({ weeks: Number(weeks) })],
  [/^month$/, () => (day) => day.add({ months: 1 })],
  [/^(\d+) months?$/, (months) => (day) => day.add({ months: Number(months) })],
  [/^year$/, () => (day) => day.add({ years: 1 })],
  [/^(?:weekday|workday)$/, () => (day) => day.add({ days: day.dayOfWeek >= 5 ? 8 - day.dayOfWeek : 1 })],
  [
    /^(\d{1,2})(?:st|nd|rd|th)$/,
    (date) => (day) => firstAfter(day, (month) => month.with({ day: Number(date) })),
  ],
  [/^last day$/, () => (day) => firstAfter(day, (month) => month.with({ day: month.daysInMonth }))],
  [new RegExp(`^${anyWeekday}$`), (name) => (day) => nextWeekday(day, weekdayNumber(name))],
  [
    new RegExp(`^other ${anyWeekday}$`),
    (name) => (day) =>
      nextWeekday(day, weekdayNumber(name)).add({ weeks: day.dayOfWeek === weekdayNumber(name) ? 1 : 0 }),
  ],
  [
    new RegExp(`^last ${anyWeekday}$`),
    (name) => (day) => firstAfter(day, (month) => weekdayOfMonth(month, weekdayNumber(name), -1)),
  ],
  [
    new RegExp(`^${anyOrdinal} ${anyWeekday}$`),
    (ordinal, name) => (day) =>
      firstAfter(day, (month) => weekdayOfMonth(month, weekdayNumber(name), ordinals.indexOf(ordinal))),
  ],
]

/** The rule of "every …"; undefined for a text that means no recurrence known here. */
function readRule(text: string): { readonly next: Rule; readonly fromCompletion: boolean } | undefined {
  const [, bang, rest = ''] = /^every(!?) (.+)$/.exec(text.toLowerCase().replace(timeSuffix, '')) ?? []
  for (const [pattern, make] of patterns) {
    const [whole, first = '', second = ''] = pattern.exec(rest) ?? []
    if (whole !== undefined) return { next: make(first, second), fromCompletion: bang === '!' }
  }
  return undefined
}

/** The day a due date falls on where the person is. */
export function dayOf(due: Due, timeZone: string): Day {
  if (!due.date.endsWith('Z')) return Temporal.PlainDate.from(due.date.slice(0, 10))
  return Temporal.Instant.from(due.date)
    .toZonedDateTimeISO(due.timezone ?? timeZone)
    .toPlainDate()
}

/** The same time of day on another day; a fixed time keeps its clock on the wall across summer time. */
export function onDay(due: Due, day: Day, timeZone: string): Due {
  if (due.date.length === 10) return { ...due, date: day.toString() }
  if (!due.date.endsWith('Z')) return { ...due, date: `${day.toString()}${due.date.slice(10)}` }
  const zone = due.timezone ?? timeZone
  const time = Temporal.Instant.from(due.date).toZonedDateTimeISO(zone).toPlainTime()
  return { ...due, date: day.toZonedDateTime({ timeZone: zone, plainTime: time }).toInstant().toString() }
}

/** Where a recurring due date moves when it is done (or postponed) on `today`. */
export function nextDue(due: Due, today: Day, timeZone: string): Due {
  const rule = readRule(due.string)
  if (rule === undefined) return onDay(due, today.add({ days: 1 }), timeZone)
  if (rule.fromCompletion) return onDay(due, rule.next(today), timeZone)
  let day = rule.next(dayOf(due, timeZone))
  while (Temporal.PlainDate.compare(day, today) <= 0) day = rule.next(day)
  return onDay(due, day, timeZone)
}

/** Reads "today", "tomorrow", a date or "every …", each with "at HH:MM"; undefined when it is none. */
export function readDue(text: string, today: Day): Due | undefined {
  const [, hour, minute] = timeSuffix.exec(text) ?? []
  const time = hour === undefined ? '' : `T${hour.padStart(2, '0')}:${minute}:00`
  const plain = text.toLowerCase().replace(timeSuffix, '')
  const rule = readRule(plain)
  const day = rule === undefined ? readDay(plain, today) : rule.next(today.subtract({ days: 1 }))
  if (day === undefined) return undefined
  const date = `${day.toString()}${time}`
  return { date, timezone: null, string: text, lang: 'en', is_recurring: rule !== undefined }
}

function readDay(text: string, today: Day): Day | undefined {
  if (text === 'today') return today
  if (text === 'tomorrow') return today.add({ days: 1 })
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? Temporal.PlainDate.from(text) : undefined
}

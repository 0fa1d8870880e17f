import ICAL from 'ical.js'
import { rulesOf, textOf, timeOf } from './properties.ts'
import { datesOf, daySeconds, type Meter, ownSeconds, TooMuchWork } from './recurrence.ts'

/** From the start of a to-do to its end, in seconds. */
const longestSpan = 366 * daySeconds
const workOfAListedDate = 20

interface Series {
  readonly main: ICAL.Component
  /** Dates of it that have a to-do of their own. */
  readonly exceptions: readonly ICAL.Component[]
  readonly start: ICAL.Time
}

/** When the first date of today or later ends that was neither done nor called off. Throws `TooMuchWork`. */
export function nextDue(
  main: ICAL.Component,
  exceptions: readonly ICAL.Component[],
  { now, meter }: { readonly now: number; readonly meter: Meter },
): ICAL.Time | undefined {
  const due = timeOf(main, 'due')
  const start = timeOf(main, 'dtstart') ?? due
  if (start === undefined) return undefined
  const span = due?.subtractDate(start) ?? ICAL.Duration.fromSeconds(0)
  if (Math.abs(span.toSeconds()) > longestSpan) throw new TooMuchWork()
  const endOf = (date: ICAL.Time): ICAL.Time => {
    const end = date.clone()
    end.addDuration(span)
    return end
  }
  const today = new Date(now).toISOString().slice(0, 10)
  const closed = closedDates({ main, exceptions, start }, meter)
  const isOpen = (date: ICAL.Time): boolean =>
    endOf(date).toString().slice(0, 10) >= today &&
    !closed.has(date.toString()) &&
    !closed.has(date.toString().slice(0, 10))
  const from = Date.parse(today) / 1_000 - span.toSeconds()
  const open = [
    ...rulesOf(main).map((rule) => datesOf({ rule, start, from }, meter).find(isOpen)),
    ...listedDates(main, 'rdate', start, meter).filter(isOpen),
  ].filter((date) => date !== undefined)
  const first = Math.min(...open.map(ownSeconds))
  const date = open.find((one) => ownSeconds(one) === first)
  return date === undefined ? undefined : endOf(date)
}

/** Dates that were called off, and those that were done or called off by a to-do of their own. */
function closedDates({ main, exceptions, start }: Series, meter: Meter): ReadonlySet<string> {
  const over = exceptions.filter((one) => ['COMPLETED', 'CANCELLED'].includes(textOf(one, 'status') ?? ''))
  const dates = [
    ...listedDates(main, 'exdate', start, meter),
    ...over.flatMap((one) => listedDates(one, 'recurrence-id', start, meter)),
  ]
  return new Set(dates.map(String))
}

/** As the series' own clock shows them. */
function listedDates(component: ICAL.Component, name: string, start: ICAL.Time, meter: Meter): ICAL.Time[] {
  const values: unknown[] = component.getAllProperties(name).flatMap((property) => property.getValues())
  const dates = values.filter((value) => value instanceof ICAL.Time)
  meter.spend(dates.length * workOfAListedDate)
  return dates.map((date) => (date.isDate ? date : date.convertToZone(start.zone)))
}

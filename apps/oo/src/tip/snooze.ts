const minuteMs = 60_000
const hourMs = 60 * minuteMs

/** A time on the clock of a place; the month counts from 1. */
interface LocalTime {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
}

/** What the clock of a time zone shows at a moment. */
export function localTimeAt(moment: number, zone: string): LocalTime {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    hourCycle: 'h23',
  }).formatToParts(moment)
  const read = (type: string): number => Number(parts.find((part) => part.type === type)?.value)
  return {
    year: read('year'),
    month: read('month'),
    day: read('day'),
    hour: read('hour'),
    minute: read('minute'),
  }
}

const asUtc = ({ year, month, day, hour, minute }: LocalTime): number =>
  Date.UTC(year, month - 1, day, hour, minute)

/** The moment at which the clock of a time zone shows this; where it is skipped, the same span after the gap began. */
export function momentOf(local: LocalTime, zone: string): number {
  const wanted = asUtc(local)
  const offsetAt = (moment: number): number => asUtc(localTimeAt(moment, zone)) - moment
  const guess = wanted - offsetAt(wanted - 12 * hourMs)
  const second = wanted - offsetAt(guess)
  return offsetAt(second) === wanted - second ? second : guess
}

export type SnoozeName = 'hour' | 'tonight' | 'tomorrow'

export interface Snooze {
  readonly name: SnoozeName
  /** ISO 8601 */
  readonly until: string
}

const tonightHour = 20
const morningHour = 9

/** Later today and tomorrow, by the clock of the person. Tonight is offered while it is at least half an hour away. */
export function snoozes(now: number, zone: string): Snooze[] {
  const today = localTimeAt(now, zone)
  const at = (days: number, hour: number): number =>
    momentOf({ ...today, day: today.day + days, hour, minute: 0 }, zone)
  const choices: readonly (readonly [SnoozeName, number])[] = [
    ['hour', now + hourMs],
    ['tonight', at(0, tonightHour)],
    ['tomorrow', at(1, morningHour)],
  ]
  return choices
    .filter(([name, until]) => name !== 'tonight' || until - now >= 30 * minuteMs)
    .map(([name, until]) => ({ name, until: new Date(until).toISOString() }))
}

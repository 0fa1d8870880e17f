import ICAL from 'ical.js'

/** What one component's rules may cost, and all of a calendar's. Far more than any calendar needs that people keep. */
const mostWork = 500_000
const mostWorkOfAll = 4_000_000

/** A rule that costs too much to follow. */
export class TooMuchWork extends Error {
  override readonly name = 'TooMuchWork'
}

/** Counts the work on rules, in steps and not in time: what is followed is the same on every machine. */
export interface Meter {
  /** Another component, with a bound of its own. */
  next(): void
  /** Throws `TooMuchWork` when it, or the calendar, has had its share. */
  spend(work?: number): void
}

export function createMeter(): Meter {
  let [left, leftOfAll] = [mostWork, mostWorkOfAll]
  return {
    next() {
      left = mostWork
    },
    spend(work = 1) {
      left -= work
      leftOfAll -= work
      if (left < 0 || leftOfAll < 0) throw new TooMuchWork()
    },
  }
}

interface Series {
  readonly rule: ICAL.Recur
  readonly start: ICAL.Time
  /** Dates before this moment, in seconds of the series' own clock, may be missing or too many. */
  readonly from: number
}

/** The dates of a rule, oldest first. Throws `TooMuchWork`. */
export function* datesOf({ rule, start, from }: Series, meter: Meter): Generator<ICAL.Time> {
  const iterator = meteredIterator(rule, nearTo(from, start, rule), meter)
  for (let date = iterator.next(); date !== null; date = iterator.next()) yield date.clone()
}

const nothing = ICAL.Recur.fromString('FREQ=DAILY;COUNT=1')

/**
 * The library looks for a rule's next date in loops that need not end: each turn of each of them reads the iterator's
 * state, and that is what is counted.
 */
function meteredIterator(rule: ICAL.Recur, dtstart: ICAL.Time, meter: Meter): ICAL.RecurIterator {
  const iterator = new Proxy(new ICAL.RecurIterator({ rule: nothing, dtstart }), {
    get(target, key, receiver): unknown {
      meter.spend()
      return Reflect.get(target, key, receiver)
    },
  })
  iterator.fromData({ rule, dtstart })
  return iterator
}

export const daySeconds = 86_400
const seconds: Readonly<Partial<Record<ICAL.Recur['freq'], number>>> = {
  SECONDLY: 1,
  MINUTELY: 60,
  HOURLY: 3_600,
  DAILY: daySeconds,
  WEEKLY: 7 * daySeconds,
}

/**
 * A later start with the same dates from `from` on; it lies before, as a start counts as a date whether or not the rule
 * names it. Months and years differ in length, and what is counted needs its first: these keep theirs.
 */
function nearTo(from: number, start: ICAL.Time, { freq, interval, count }: ICAL.Recur): ICAL.Time {
  const period = (seconds[freq] ?? Number.POSITIVE_INFINITY) * interval
  const periods = Math.ceil((from - ownSeconds(start)) / period) - 1
  if (periods < 1 || count !== null) return start
  const near = start.clone()
  near.adjust(Math.floor((periods * period) / daySeconds), 0, 0, (periods * period) % daySeconds)
  return near
}

/** By the clock on the wall where it is meant. */
export const ownSeconds = ({ year, month, day, hour, minute, second }: ICAL.Time): number =>
  Date.UTC(year, month - 1, day, hour, minute, second) / 1_000

import { CronExpressionParser } from 'cron-parser'

/** Longest stretch by which clocks are set, either way. */
const shiftMax = { hours: 3 }

/**
 * The first instant after `after` (epoch ms) at which a wall clock in `zone` shows what `cron` (five fields) asks for.
 * A time that the clock skips in spring runs as much later as was skipped; a time that it shows twice in autumn runs
 * at the first, unless the hour is `*` or a step, when every showing counts. Throws on a bad expression or zone.
 */
export function nextRun(cron: string, zone: string, after: number): number {
  const everyShowing = requireFiveFields(cron)[1]?.startsWith('*') === true
  const start = Temporal.Instant.fromEpochMilliseconds(after).toZonedDateTimeISO(zone).toPlainDateTime()
  // The expression is read on a calendar without zones; only then is the wall time placed in the zone.
  const wallTimes = CronExpressionParser.parse(cron, {
    tz: 'UTC',
    currentDate: new Date(`${start.subtract(shiftMax).toString({ smallestUnit: 'millisecond' })}Z`),
  })
  let best = Infinity
  for (;;) {
    const wall = Temporal.PlainDateTime.from(wallTimes.next().toDate().toISOString().slice(0, -1))
    const instants = instantsOf(wall, zone, everyShowing)
    for (const instant of instants) if (instant > after && instant < best) best = instant
    if (best < Infinity && Temporal.PlainDateTime.compare(wall, start.add(shiftMax)) > 0) return best
  }
}

function instantsOf(wall: Temporal.PlainDateTime, zone: string, everyShowing: boolean): number[] {
  const at = (disambiguation: 'compatible' | 'later') =>
    wall.toZonedDateTime(zone, { disambiguation }).epochMilliseconds
  return everyShowing ? [at('compatible'), at('later')] : [at('compatible')]
}

function requireFiveFields(cron: string): string[] {
  const fields = cron.trim().split(/\s+/)
  if (fields.length !== 5) {
    throw new Error(`"${cron}" is no schedule: write minute, hour, day of month, month and day of week`)
  }
  return fields
}

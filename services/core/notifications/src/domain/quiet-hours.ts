export interface QuietHours {
  readonly enabled: boolean
  /** HH:MM on the person's wall clock; a start after the end runs over midnight. */
  readonly start: string
  readonly end: string
  readonly timeZone: string
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/**
 * The moment (epoch ms) at which quiet hours end, or undefined when now is not quiet. The end is that wall-clock time
 * on its day, so a night in which clocks change is as long as it is.
 */
export function quietUntil(quiet: QuietHours, now: number): number | undefined {
  const start = minutesOf(quiet.start)
  const end = minutesOf(quiet.end)
  if (!quiet.enabled || start === end) return undefined
  const local = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(quiet.timeZone)
  const minute = local.hour * 60 + local.minute
  const overnight = start > end
  const isQuiet = overnight ? minute >= start || minute < end : minute >= start && minute < end
  if (!isQuiet) return undefined
  const day = overnight && minute >= start ? local.add({ days: 1 }) : local
  return day.withPlainTime(quiet.end).epochMilliseconds
}

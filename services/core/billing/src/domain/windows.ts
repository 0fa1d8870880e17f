import type { Meter } from './plan.ts'

/** The day or week that is running where the person lives: epoch ms of its start and of the next one's. */
export interface UsageWindow {
  readonly startsAt: number
  readonly endsAt: number
}

/** Days start at midnight, weeks on Monday, both by the person's own clock, over daylight saving too. */
export function windowOf(meter: Meter, now: number, timeZone: string): UsageWindow {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone).startOfDay()
  const start = meter === 'turns_per_day' ? today : today.subtract({ days: today.dayOfWeek - 1 }).startOfDay()
  const end = start.add({ days: meter === 'turns_per_day' ? 1 : 7 }).startOfDay()
  return { startsAt: start.epochMilliseconds, endsAt: end.epochMilliseconds }
}

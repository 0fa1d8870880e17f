import type { Recurring } from '../model.ts'

export const hour = 3600
export const day = 24 * hour

const units = { day: 'days', week: 'weeks', month: 'months', year: 'years' } as const

/**
 * The first moment after `after` that lies a whole number of intervals from `anchor`. Counted from the anchor each
 * time, so that one on the 31st comes back to the 31st after a shorter month.
 */
export function nextBoundary(
  anchor: number,
  { interval, interval_count: count }: Recurring,
  after: number,
): number {
  const start = Temporal.Instant.fromEpochMilliseconds(anchor * 1000).toZonedDateTimeISO('UTC')
  for (let steps = 1; ; steps += 1) {
    const at = start.add({ [units[interval]]: steps * count }).epochMilliseconds / 1000
    if (at > after) return at
  }
}

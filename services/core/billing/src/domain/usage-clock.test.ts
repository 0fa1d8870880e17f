import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Meter } from './plan.ts'
import { moveEveryMs, runningWindow, type UsageClock } from './usage-clock.ts'

const hour = 3_600_000
const zones = [
  'Pacific/Kiritimati',
  'Asia/Tokyo',
  'Asia/Kolkata',
  'Europe/Berlin',
  'UTC',
  'America/New_York',
  'Pacific/Pago_Pago',
]
const start = Date.parse('2027-02-01T09:00:00Z')
const limit = 3
const spans = { turns_per_day: 24 * hour, mirror_sessions_per_week: 7 * 24 * hour }

/** Moves on by hours and wears whichever zone yields the most, or the one drawn. */
function play(meter: Meter, steps: readonly { hours: number; zone: string | undefined }[]) {
  const used: number[] = []
  let kept: UsageClock | undefined
  let now = start
  for (const { hours, zone } of steps) {
    now += hours * hour
    const leftIn = (timeZone: string) => {
      const { window } = runningWindow(meter, kept, { timeZone, now })
      return limit - used.filter((at) => at >= window.startsAt).length
    }
    const best = zones.toSorted((a, b) => leftIn(b) - leftIn(a))[0] ?? 'UTC'
    const timeZone = zone ?? best
    const before = kept
    const running = runningWindow(meter, kept, { timeZone, now })
    if (before !== undefined && now < before.windowEndsAt) {
      expect(running.clock.windowEndsAt).toBe(before.windowEndsAt)
    }
    for (let left = leftIn(timeZone); left > 0; left -= 1) used.push(now)
    kept = running.clock
  }
  return { used: used.length, lasted: now - start }
}

const walk = fc.array(
  fc.record({
    hours: fc.integer({ min: 1, max: 9 }),
    zone: fc.option(fc.constantFrom(...zones), { nil: undefined }),
  }),
  { minLength: 60, maxLength: 200 },
)

describe.each(['turns_per_day', 'mirror_sessions_per_week'] as const)(
  '%s and a change of time zone',
  (meter) => {
    it('never ends the running window earlier, and gains at most one in thirty days', () => {
      fc.assert(
        fc.property(walk, (steps) => {
          const { used, lasted } = play(meter, steps)
          // The first and the last window are cut; a day is as short as 23 hours once a year.
          const windows = Math.ceil(lasted / (spans[meter] - hour)) + 1
          const gained = 1 + Math.floor(lasted / moveEveryMs)
          expect(used).toBeLessThanOrEqual((windows + gained) * limit)
        }),
        { numRuns: 60 },
      )
    })

    it('follows who moves at the end of the running window', () => {
      const first = runningWindow(meter, undefined, { timeZone: 'Europe/Berlin', now: start })
      const moved = (now: number) => runningWindow(meter, first.clock, { timeZone: 'Asia/Tokyo', now })
      expect(moved(first.window.endsAt - 1).window).toEqual(first.window)
      expect(moved(first.window.endsAt).clock.timeZone).toBe('Asia/Tokyo')
    })
  },
)

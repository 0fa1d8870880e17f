import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nextRun } from './next-run.ts'

const at = (text: string): number => Temporal.Instant.from(text).epochMilliseconds
const next = (cron: string, zone: string, after: string): string =>
  Temporal.Instant.fromEpochMilliseconds(nextRun(cron, zone, at(after))).toString()

describe('the next run on a wall clock', () => {
  it('keeps the hour of the day when clocks are set', () => {
    expect(next('0 8 * * *', 'Europe/Berlin', '2026-03-28T12:00:00Z')).toBe('2026-03-29T06:00:00Z')
    expect(next('0 8 * * *', 'Europe/Berlin', '2026-10-24T12:00:00Z')).toBe('2026-10-25T07:00:00Z')
  })

  it('runs a skipped time once, as much later as was skipped', () => {
    expect(next('30 2 * * *', 'Europe/Berlin', '2026-03-28T12:00:00Z')).toBe('2026-03-29T01:30:00Z')
    expect(next('30 2 * * *', 'Europe/Berlin', '2026-03-29T01:30:00Z')).toBe('2026-03-30T00:30:00Z')
  })

  it('runs a repeated time once, at its first showing', () => {
    expect(next('30 2 * * *', 'Europe/Berlin', '2026-10-24T12:00:00Z')).toBe('2026-10-25T00:30:00Z')
    expect(next('30 2 * * *', 'Europe/Berlin', '2026-10-25T00:30:00Z')).toBe('2026-10-26T01:30:00Z')
  })

  it('lets an hourly schedule run in every hour that passes', () => {
    expect(next('0 * * * *', 'America/New_York', '2026-11-01T05:00:00Z')).toBe('2026-11-01T06:00:00Z')
    expect(next('*/15 * * * *', 'America/New_York', '2026-11-01T05:45:00Z')).toBe('2026-11-01T06:00:00Z')
    expect(next('0 * * * *', 'America/New_York', '2026-03-08T06:00:00Z')).toBe('2026-03-08T07:00:00Z')
  })

  it('knows zones off the hour, days of the week and leap days', () => {
    expect(next('0 7 * * 1', 'Asia/Kathmandu', '2026-03-01T00:00:00Z')).toBe('2026-03-02T01:15:00Z')
    expect(next('0 0 29 2 *', 'UTC', '2026-03-01T00:00:00Z')).toBe('2028-02-29T00:00:00Z')
    expect(next('0 9 * * *', 'Pacific/Apia', '2011-12-29T20:00:00Z')).toBe('2011-12-30T19:00:00Z')
  })

  it('refuses what it cannot read', () => {
    expect(() => next('0 8 * *', 'UTC', '2026-03-01T00:00:00Z')).toThrow(/no schedule/)
    expect(() => next('0 25 * * *', 'UTC', '2026-03-01T00:00:00Z')).toThrow()
    expect(() => next('0 8 * * *', 'Moon/Base', '2026-03-01T00:00:00Z')).toThrow()
  })

  it('runs a daily schedule on every day of every zone, exactly once', () => {
    const zones = [
      'Europe/Berlin',
      'America/New_York',
      'Australia/Lord_Howe',
      'America/Sao_Paulo',
      'Asia/Tehran',
      'UTC',
    ]
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: 0, max: 23 }),
        fc.integer({ min: 0, max: 59 }),
        fc.integer({ min: at('2015-01-01T00:00:00Z'), max: at('2030-01-01T00:00:00Z') }),
        (zone, hour, minute, start) => {
          let time = start
          const days: string[] = []
          for (let run = 0; run < 8; run += 1) {
            const following = nextRun(`${minute} ${hour} * * *`, zone, time)
            expect(following).toBeGreaterThan(time)
            const local = Temporal.Instant.fromEpochMilliseconds(following).toZonedDateTimeISO(zone)
            days.push(local.toPlainDate().toString())
            time = following
          }
          const first = Temporal.PlainDate.from(days[0] ?? '')
          expect(days).toEqual(days.map((_, index) => first.add({ days: index }).toString()))
        },
      ),
      { numRuns: 300 },
    )
  })
})

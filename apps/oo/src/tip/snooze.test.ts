import { describe, expect, it } from 'vitest'
import { localTimeAt, momentOf, snoozes } from './snooze.ts'

const at = (iso: string) => Date.parse(iso)
const of = (iso: string, zone: string) =>
  Object.fromEntries(snoozes(at(iso), zone).map(({ name, until }) => [name, until]))

describe('snooze', () => {
  it('knows an hour, tonight and tomorrow at nine by the clock of the person', () => {
    expect(of('2026-11-20T10:15:00Z', 'Europe/Berlin')).toEqual({
      hour: '2026-11-20T11:15:00.000Z',
      tonight: '2026-11-20T19:00:00.000Z',
      tomorrow: '2026-11-21T08:00:00.000Z',
    })
  })

  it.each([
    ['the night clocks go back', '2026-10-24T20:30:00Z', 'Europe/Berlin', '2026-10-25T08:00:00.000Z'],
    ['the night clocks go forward', '2026-03-28T20:30:00Z', 'Europe/Berlin', '2026-03-29T07:00:00.000Z'],
    ['across the date line', '2026-11-20T23:30:00Z', 'Pacific/Auckland', '2026-11-21T20:00:00.000Z'],
    ['at the end of a year', '2026-12-31T12:00:00Z', 'America/New_York', '2027-01-01T14:00:00.000Z'],
    [
      'where clocks move by half an hour',
      '2026-10-03T05:00:00Z',
      'Australia/Lord_Howe',
      '2026-10-03T22:00:00.000Z',
    ],
  ])('finds tomorrow at nine %s', (_when, now, zone, tomorrow) => {
    expect(of(now, zone)['tomorrow']).toBe(tomorrow)
    expect(localTimeAt(at(tomorrow), zone)).toMatchObject({ hour: 9, minute: 0 })
  })

  it('offers tonight only while it is still ahead', () => {
    expect(of('2026-11-20T18:30:00Z', 'Europe/Berlin')).toHaveProperty('tonight')
    expect(of('2026-11-20T18:31:00Z', 'Europe/Berlin')).not.toHaveProperty('tonight')
  })

  it('takes a time that the clock skips as the time after', () => {
    const skipped = { year: 2026, month: 3, day: 29, hour: 2, minute: 30 }
    expect(new Date(momentOf(skipped, 'Europe/Berlin')).toISOString()).toBe('2026-03-29T01:30:00.000Z')
  })
})

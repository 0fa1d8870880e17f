import { describe, expect, it } from 'vitest'
import { quietUntil } from './quiet-hours.ts'

const night = { enabled: true, start: '22:00', end: '07:00', timeZone: 'Europe/Zurich' }
const until = (quiet: typeof night, at: string) => {
  const end = quietUntil(quiet, Date.parse(at))
  return end === undefined ? undefined : new Date(end).toISOString()
}

describe('quietUntil', () => {
  it.each([
    ['before midnight', '2026-01-10T22:30:00Z', '2026-01-11T06:00:00.000Z'],
    ['after midnight', '2026-01-11T02:00:00Z', '2026-01-11T06:00:00.000Z'],
    ['at its first minute', '2026-01-10T21:00:00Z', '2026-01-11T06:00:00.000Z'],
    ['in the night that loses an hour', '2026-03-28T23:00:00Z', '2026-03-29T05:00:00.000Z'],
    ['in the night that gains one', '2026-10-24T22:00:00Z', '2026-10-25T06:00:00.000Z'],
  ])('ends on the wall clock of the person, %s', (_what, at, end) => {
    expect(until(night, at)).toBe(end)
  })

  it('is not quiet by day, when it is off, or when it has no length', () => {
    expect(until(night, '2026-01-11T06:00:00Z')).toBeUndefined()
    expect(until({ ...night, enabled: false }, '2026-01-11T02:00:00Z')).toBeUndefined()
    expect(until({ ...night, end: '22:00' }, '2026-01-11T02:00:00Z')).toBeUndefined()
  })

  it('may lie within one day', () => {
    expect(until({ ...night, start: '12:00', end: '14:00' }, '2026-01-11T12:00:00Z')).toBe(
      '2026-01-11T13:00:00.000Z',
    )
  })
})

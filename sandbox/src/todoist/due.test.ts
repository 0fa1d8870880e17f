import { describe, expect, it } from 'vitest'
import { dayOf, nextDue, onDay, readDue } from './due.ts'
import type { Due } from './model.ts'

const berlin = 'Europe/Berlin'
const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)
const recurring = (string: string, date: string, timezone: string | null = null): Due => ({
  date,
  timezone,
  string,
  lang: 'en',
  is_recurring: true,
})

describe('a recurring task that is done', () => {
  // 2026-11-20 is a Friday.
  it.each([
    ['every day', '2026-11-20', '2026-11-21'],
    ['every day', '2026-11-10', '2026-11-21'],
    ['every day', '2026-11-23', '2026-11-24'],
    ['every other day', '2026-11-19', '2026-11-21'],
    ['every 3 days', '2026-11-19', '2026-11-22'],
    ['every! 30 days', '2026-11-01', '2026-12-20'],
    ['every weekday', '2026-11-20', '2026-11-23'],
    ['every monday', '2026-11-16', '2026-11-23'],
    ['every other monday', '2026-11-16', '2026-11-30'],
    ['every other monday', '2026-11-02', '2026-11-30'],
    ['every last friday', '2026-10-30', '2026-11-27'],
    ['every last friday', '2026-11-27', '2026-12-25'],
    ['every first tuesday', '2026-11-03', '2026-12-01'],
    ['every 1st', '2026-11-01', '2026-12-01'],
    ['every 31st', '2026-10-31', '2026-11-30'],
    ['every last day', '2026-10-31', '2026-11-30'],
    ['every 2 weeks', '2026-11-20', '2026-12-04'],
    ['every month', '2026-11-20', '2026-12-20'],
    ['every year', '2026-11-20', '2027-11-20'],
    ['every day at 18:00', '2026-11-20T18:00:00', '2026-11-21T18:00:00'],
  ])('%s from %s moves to %s', (string, date, expected) => {
    expect(nextDue(recurring(string, date), day('2026-11-20'), berlin).date).toBe(expected)
  })

  it('keeps a fixed time on the wall clock across the change to winter time', () => {
    const due = recurring('every day at 18:00', '2026-10-24T16:00:00Z', berlin)
    expect(nextDue(due, day('2026-10-24'), berlin).date).toBe('2026-10-25T17:00:00Z')
  })
})

describe('a due date', () => {
  it('falls on the day of its own zone', () => {
    expect(dayOf(recurring('', '2026-11-20T23:30:00Z', 'Asia/Tokyo'), berlin).toString()).toBe('2026-11-21')
    expect(dayOf(recurring('', '2026-11-20T23:30:00'), berlin).toString()).toBe('2026-11-20')
  })

  it('keeps its time on another day', () => {
    const floating = onDay(recurring('', '2026-11-20T08:15:00'), day('2026-12-01'), berlin)
    expect(floating.date).toBe('2026-12-01T08:15:00')
  })

  it.each([
    ['today', '2026-11-20', false],
    ['tomorrow at 9:30', '2026-11-21T09:30:00', false],
    ['2027-01-05', '2027-01-05', false],
    ['every friday', '2026-11-20', true],
  ])('is read from "%s"', (text, date, isRecurring) => {
    expect(readDue(text, day('2026-11-20'))).toMatchObject({ date, is_recurring: isRecurring })
  })

  it.each(['every blue moon', 'someday', 'every fiveday'])('is not read from "%s"', (text) => {
    expect(readDue(text, day('2026-11-20'))).toBeUndefined()
  })
})

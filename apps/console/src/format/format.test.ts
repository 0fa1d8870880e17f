import { expect, test } from 'vitest'
import { calendarDay, lastDays } from './dates.ts'
import { count, decimal, dollars, duration, exact, percent, span } from './numbers.ts'
import { machineCode } from './machine.ts'
import { namesTo } from './names.ts'
import { actionInWords, words } from './words.ts'

test('nothing to say is a dash, never a zero', () => {
  expect([decimal(null), decimal(undefined), percent(null), duration(null)]).toEqual(['–', '–', '–', '–'])
})

test('figures are rounded for reading', () => {
  expect(count(12_345)).toBe('12,345')
  expect(decimal(2.306_8)).toBe('2.31')
  expect(decimal(3)).toBe('3')
  expect(exact(0.29, 3)).toBe('0.290')
  expect(percent(71 / 128)).toBe('55.5 %')
})

test('money is exact to a hundredth of a cent', () => {
  expect([dollars(5), dollars(23.4127), dollars(0.0001)]).toEqual(['$5.00', '$23.4127', '$0.0001'])
})

test.each([
  [840, '840 ms'],
  [4_200, '4.2 s'],
  [59_949, '59.9 s'],
  [180_000, '3 min'],
])('%d ms read as %s', (ms, said) => {
  expect(duration(ms)).toBe(said)
})

test.each([
  [0, '0 s'],
  [59, '59 s'],
  [3_599, '59 min'],
  [93_600, '1 d'],
])('%d s ago read as %s', (seconds, said) => {
  expect(span(seconds)).toBe(said)
})

test('a range of days ends today, in the zone of the reader', () => {
  expect(lastDays(30, new Date(2026, 2, 1, 23, 30))).toEqual({ from: '2026-01-31', to: '2026-03-01' })
  expect(lastDays(1, new Date(2026, 10, 20, 0, 5))).toEqual({ from: '2026-11-20', to: '2026-11-20' })
})

test('a calendar day is the same in every zone', () => {
  expect(calendarDay('2026-11-20')).toBe('20 Nov')
})

test('codes read as words', () => {
  expect([words('true_positive'), words('en.intent'), words('saved')]).toEqual([
    'True positive',
    'En intent',
    'Saved',
  ])
  expect(words('license_suspended')).toBe('Licence suspended')
})

test('a machine’s hash is read in groups of four', () => {
  expect([machineCode('3fa891c207be'), machineCode('3fa89')]).toEqual(['3fa8 91c2 07be', '3fa8 9'])
})

test('people are called by their name, oneself “You”, and those who left by none', () => {
  const nameOf = namesTo({ id: 'u-1' }, [
    { user_id: 'u-1', full_name: 'Robin' },
    { user_id: 'u-2', full_name: 'Kim' },
  ])
  expect(['u-1', 'u-2', 'u-3'].map(nameOf)).toEqual(['You', 'Kim', undefined])
  expect(namesTo(null)('u-1')).toBeUndefined()
})

test('what was done reads as words', () => {
  expect(
    [
      'licensing.seat.released',
      'licensing.license.rules_changed',
      'identity.organization.role_changed',
      'billing.subscription.cancel_requested',
    ].map(actionInWords),
  ).toEqual([
    'Seat released',
    'Licence rules changed',
    'Organisation role changed',
    'Subscription cancel requested',
  ])
})

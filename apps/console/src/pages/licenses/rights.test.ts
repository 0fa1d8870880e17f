import { expect, test } from 'vitest'
import { isChangeable, mayRelease } from './rights.ts'

test('a licence is changed by owners and admins until it has ended', () => {
  const statuses = ['active', 'suspended', 'inactive'] as const
  expect(statuses.map((status) => isChangeable(true, { status }))).toEqual([true, true, false])
  expect(statuses.map((status) => isChangeable(false, { status }))).toEqual([false, false, false])
})

test('members release their own seat, owners and admins every one', () => {
  const holders = ['u-1', 'u-2', null]
  const released = (manages: boolean): boolean[] =>
    holders.map((holder) => mayRelease(manages, { id: 'u-1' }, { user_id: holder }))
  expect(released(false)).toEqual([true, false, false])
  expect(released(true)).toEqual([true, true, true])
  expect(mayRelease(false, undefined, { user_id: null })).toBe(false)
})

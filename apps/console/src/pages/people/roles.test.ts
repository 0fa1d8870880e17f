import { expect, test } from 'vitest'
import { isManager, mayRemove, rolesToGive } from './roles.ts'

test('owners give every role, to everybody', () => {
  expect(rolesToGive('owner', 'owner')).toEqual(['owner', 'admin', 'member'])
  expect(rolesToGive('owner', 'member')).toEqual(['owner', 'admin', 'member'])
})

test('admins make members admins and back, and leave owners alone', () => {
  expect(rolesToGive('admin', 'member')).toEqual(['admin', 'member'])
  expect(rolesToGive('admin', 'owner')).toEqual([])
  expect([mayRemove('admin', 'admin'), mayRemove('admin', 'owner')]).toEqual([true, false])
})

test('members change nobody', () => {
  expect(rolesToGive('member', 'member')).toEqual([])
  expect([isManager('owner'), isManager('admin'), isManager('member')]).toEqual([true, true, false])
})

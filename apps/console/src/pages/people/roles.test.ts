import { expect, test } from 'vitest'
import { isManager } from '../../session/is-manager.ts'
import { isOnlyOwner, mayRemove, rolesToGive } from './roles.ts'

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

test('the only owner is one who has no other owner beside them', () => {
  const robin = { user_id: 'u-1', role: 'owner' } as const
  const kim = { user_id: 'u-2', role: 'admin' } as const
  expect(isOnlyOwner('u-1', [robin, kim])).toBe(true)
  expect(isOnlyOwner('u-2', [robin, kim])).toBe(false)
  expect(isOnlyOwner('u-1', [robin, { ...kim, role: 'owner' }])).toBe(false)
})

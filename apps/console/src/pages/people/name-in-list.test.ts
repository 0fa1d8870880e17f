import { expect, test } from 'vitest'
import { nameInList } from './name-in-list.ts'

const robin = { full_name: 'Robin', email: 'robin@example.org' }
const kim = { full_name: 'Kim', email: 'kim@example.org' }

test('an address is said only where the name would not tell', () => {
  expect(nameInList(robin, [robin, kim])).toBe('Robin')
  expect(nameInList(robin, [robin, { ...kim, full_name: 'Robin' }])).toBe('Robin (robin@example.org)')
})

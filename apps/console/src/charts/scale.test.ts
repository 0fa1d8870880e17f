import { expect, test } from 'vitest'
import { scaleOf, ticksOf } from './scale.ts'

test('the ends of a range are the ends of its axis', () => {
  const x = scaleOf(-1, 3)
  expect([-1, 0, 1, 3].map(x)).toEqual([0, 25, 50, 100])
})

test('a range of one value stands in the middle', () => {
  expect(scaleOf(2, 2)(2)).toBe(50)
})

test.each([
  [0, 1, [0, 0.5, 1]],
  [0.03, 0.31, [0, 0.1, 0.2, 0.3, 0.4]],
  [-0.4, 0.9, [-0.5, 0, 0.5, 1]],
  [0, 37, [0, 10, 20, 30, 40]],
  [5, 5, [5]],
])('ticks of %d to %d are round and cover it', (low, high, ticks) => {
  expect(ticksOf(low, high)).toEqual(ticks)
})

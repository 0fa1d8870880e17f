import { expect, it } from 'vitest'
import { createDwell } from './dwell.ts'

it('counts visible time only', () => {
  let now = 0
  const dwell = createDwell(() => now)
  now = 5_000
  expect(dwell.elapsedMs()).toBe(0)
  dwell.setVisible(true)
  now = 7_000
  dwell.setVisible(true)
  dwell.setVisible(false)
  now = 60_000
  expect(dwell.elapsedMs()).toBe(2_000)
  dwell.setVisible(true)
  now = 60_500
  expect(dwell.elapsedMs()).toBe(2_500)
})

import { expect, it } from 'vitest'
import { createMovableClock, eventually } from './index.ts'

it('waits until a check passes', async () => {
  let tries = 0
  const value = await eventually(() => {
    tries += 1
    if (tries < 3) throw new Error('not yet')
    return tries
  })
  expect(value).toBe(3)
})

it('fails with the last reason at its deadline', async () => {
  await expect(eventually(() => Promise.reject(new Error('never')), 50)).rejects.toThrow('never')
})

it('moves its clock only forward, by what it is told', () => {
  const clock = createMovableClock()
  const before = clock.now()
  clock.advance(3_600_000)
  expect(clock.now() - before).toBeGreaterThanOrEqual(3_600_000)
})

import { expect, it } from 'vitest'
import type { Clock } from './clock.ts'
import { createMovableClock } from './movable-clock.ts'

it('waits months for what is to happen, though a timer of the machine takes no more than 24 days', async () => {
  let now = 0
  let due: (() => void) | undefined
  const waits: number[] = []
  const base: Clock = {
    now: () => new Date(now),
    wait: async (ms) => {
      waits.push(ms)
      await new Promise<void>((resolve) => {
        due = () => {
          now += ms
          resolve()
        }
      })
    },
  }
  const clock = createMovableClock(base)
  const days = 24 * 3600 * 1000
  const happened: number[] = []
  clock.schedule(60 * days, async () => {
    happened.push(now)
  })
  for (let timers = 0; timers < 10; timers += 1) {
    due?.()
    due = undefined
    await new Promise((resolve) => setImmediate(resolve))
  }
  expect(happened).toEqual([60 * days])
  expect(Math.max(...waits)).toBeLessThan(2 ** 31)
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultRetry, retryDelayMs } from './retry.ts'

describe('retry delays', () => {
  it('grow fourfold, never pass the longest, and never fall below half of their step', () => {
    const chance = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), chance, (attempt, random) => {
        const step = Math.min(defaultRetry.delayMaxMs, 1_000 * 4 ** (attempt - 1))
        const delay = retryDelayMs(defaultRetry, attempt, () => random)
        expect(delay).toBeGreaterThanOrEqual(step / 2)
        expect(delay).toBeLessThanOrEqual(step)
      }),
    )
  })
})

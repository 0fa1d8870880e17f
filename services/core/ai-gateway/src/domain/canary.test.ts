import { describe, expect, it } from 'vitest'
import { canaryShape, fractionOf, rollbackReason } from './canary.ts'

const canary = canaryShape.parse({ lane: 'new', share: 0.1, min_calls: 20 })
const base = { calls: 200, errors: 4, invalid: 2, cost: 200_000 }

describe('a canary', () => {
  it.for([
    ['does as well as the baseline', { calls: 100, errors: 2, invalid: 1, cost: 100_000 }, undefined],
    ['fails too often', { calls: 100, errors: 12, invalid: 1, cost: 100_000 }, 'errors'],
    ['is invalid too often', { calls: 100, errors: 2, invalid: 9, cost: 100_000 }, 'invalid'],
    ['costs too much', { calls: 100, errors: 2, invalid: 1, cost: 400_000 }, 'cost'],
    ['has had too few calls to be judged', { calls: 19, errors: 19, invalid: 0, cost: 0 }, undefined],
  ] as const)('that %s', ([, arm, expected]) => {
    expect(rollbackReason(canary, arm, base)).toBe(expected)
  })

  it('takes its share of requests, the same ones every time', () => {
    const ids = Array.from({ length: 20_000 }, (_value, index) => `request-${index}`)
    const taken = ids.filter((id) => fractionOf(id) < 0.1)
    expect(taken.length / ids.length).toBeGreaterThan(0.09)
    expect(taken.length / ids.length).toBeLessThan(0.11)
    expect(ids.filter((id) => fractionOf(id) < 0.1)).toEqual(taken)
  })
})

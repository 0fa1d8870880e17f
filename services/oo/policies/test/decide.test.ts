import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decide, type DecisionInput, featureMatrix, InvalidDecision, policies } from '../src/index.ts'
import { anyInput, learnt, situation } from './situations.ts'

const names = [...policies.keys()]

describe('every policy', () => {
  it('gives a whole distribution for whatever input is admitted', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const { distribution, pickIndex, probability } = decide(input)
        expect(distribution).toHaveLength(input.candidates.length)
        expect(Math.abs(distribution.reduce((a, b) => a + b, 0) - 1)).toBeLessThan(1e-9)
        const floor = (input.epsilon / input.candidates.length) * (1 - 1e-12)
        expect(distribution.every((one) => one >= floor && one <= 1 + 1e-9)).toBe(true)
        expect(distribution[pickIndex]).toBe(probability)
      }),
      { numRuns: 300 },
    )
  })

  it('gives the same output for the same input', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        expect(decide(structuredClone(input))).toEqual(decide(input))
      }),
      { numRuns: 100 },
    )
  })

  it('decides the same from the part of the state that it says it used', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const state = policies.get(input.policy.id)?.usedState(input) ?? null
        expect(decide({ ...input, state })).toEqual(decide(input))
      }),
      { numRuns: 100 },
    )
  })

  it.each(names)('%s says it used what it learnt of these candidates', (name) => {
    const input = situation(name, 12, { state: learnt(name, 40) })
    const state = policies.get(name)?.usedState(input) ?? null
    expect(decide({ ...input, state })).toEqual(decide(input))
    // What is learnt counts: without it another distribution comes out, where anything is learnt at all.
    const isLearning = name === 'thompson' || name === 'linucb'
    const naive = decide({ ...input, state: policies.get(name)?.initialState() ?? null })
    expect(naive.distribution.join() !== decide(input).distribution.join()).toBe(isLearning)
  })

  it('thompson says nothing of buckets that are not here', () => {
    const state = { buckets: { 'due=2 priority=1 age=1': [3, 1], 'due=0 priority=2 age=0': [1, 5] } }
    const candidates = [{ id: 'a', source: 'tasks', features: [0.9, 0.5, 0.5] }]
    const used = policies.get('thompson')?.usedState(situation('thompson', 1, { state, candidates }))
    expect(used).toEqual({ buckets: { 'due=2 priority=1 age=1': [3, 1] } })
  })

  it.each(names)('%s picks in the proportions it declares', (name) => {
    const state = learnt(name, 40)
    const input = situation(name, 8, { state, epsilon: 0.2 })
    const rounds = 4_000
    const observed = Array.from({ length: 8 }, () => 0)
    const expected = Array.from({ length: 8 }, () => 0)
    let variance = 0
    let drift = 0
    for (let round = 0; round < rounds; round++) {
      const { distribution, pickIndex, probability } = decide({ ...input, seed: `${round}` })
      observed[pickIndex] = (observed[pickIndex] ?? 0) + 1
      for (const [index, one] of distribution.entries()) expected[index] = (expected[index] ?? 0) + one
      drift += Math.log(probability) - distribution.reduce((sum, one) => sum + one * Math.log(one), 0)
      variance +=
        distribution.reduce((sum, one) => sum + one * Math.log(one) ** 2, 0) -
        distribution.reduce((sum, one) => sum + one * Math.log(one), 0) ** 2
    }
    const chiSquare = observed.reduce(
      (sum, count, at) => sum + (count - (expected[at] ?? 0)) ** 2 / (expected[at] ?? 1),
      0,
    )
    // 24.3 is exceeded with probability 0.001 at 7 degrees of freedom.
    expect(chiSquare).toBeLessThan(24.3)
    // Each pick against its own distribution, not only their sum: a martingale within 4 standard deviations.
    expect(Math.abs(drift)).toBeLessThanOrEqual(4 * Math.sqrt(variance) + 1e-6)
  })

  it.each(names)('%s does not care for equal candidates apart', (name) => {
    const { candidates } = situation(name, 1)
    const twins = ['a', 'b', 'c', 'd'].map((id) => ({
      ...candidates[0],
      id,
      source: 'tasks',
      features: [0.5, 0.5, 0.5],
    }))
    const { distribution } = decide(situation(name, 1, { candidates: twins, state: learnt(name, 10) }))
    for (const one of distribution) expect(one).toBeCloseTo(0.25, 12)
  })
})

describe('what they prefer', () => {
  const two = (name: string, change: Partial<DecisionInput> = {}) =>
    decide(
      situation(name, 1, {
        ...change,
        candidates: [
          { id: 'urgent', source: 'tasks', features: [1, 0.5, 0.5] },
          { id: 'idle', source: 'tasks', features: [0, 0.5, 0.5] },
        ],
      }),
    ).distribution

  it('priority: what is due, softly', () => {
    const [urgent = 0, idle = 0] = two('priority')
    expect(urgent / idle).toBeGreaterThan(30)
    expect(idle).toBeGreaterThanOrEqual(0.025)
  })

  it.each(['thompson', 'linucb'])('%s: what was rewarded, whichever it was', (name) => {
    const arms = [
      [1, 0.5, 0.5],
      [0, 0.5, 0.5],
    ]
    const after = (rewarded: number): readonly number[] => {
      const policy = policies.get(name)
      let state = policy?.initialState() ?? null
      for (let round = 0; round < 200; round++)
        state =
          policy?.learn(state, {
            context: {},
            featureNames: ['due', 'priority', 'age'],
            features: arms[round % 2] ?? [],
            probability: 0.5,
            reward: round % 2 === rewarded ? 1 : 0,
          }) ?? null
      return two(name, { state })
    }
    expect(after(0)[0]).toBeGreaterThan(0.95)
    expect(after(1)[1]).toBeGreaterThan(0.95)
  })

  it('thompson: as often as its posterior is the larger one', () => {
    // Beta(2, 1) has the density 2x, so it exceeds a uniform draw with probability ∫ 2x · x dx = 2/3.
    const [urgent = 0] = two('thompson', {
      policy: { id: 'thompson', version: 1, parameters: { bucketBy: ['due'], draws: 2_048 } },
      state: { buckets: { 'due=2': [1, 0] } },
      epsilon: 1e-6,
    })
    expect(Math.abs(urgent - 2 / 3)).toBeLessThan(0.04)
  })

  it('thompson: buckets that it knows equally well, equally often', () => {
    const [urgent = 0] = two('thompson', {
      policy: { id: 'thompson', version: 1, parameters: { bucketBy: ['due'], draws: 2_048 } },
      state: { buckets: { 'due=2': [3, 4], 'due=0': [3, 4] } },
    })
    expect(Math.abs(urgent - 1 / 2)).toBeLessThan(0.05)
  })

  it('thompson: counts reward and lack of reward in the bucket of the pick', () => {
    const observation = {
      context: {},
      featureNames: ['due', 'age'],
      features: [1, 0.5],
      probability: 0.5,
      reward: 0.25,
    }
    const policy = policies.get('thompson')
    const once = policy?.learn(policy.initialState(), observation) ?? null
    expect(once).toEqual({ buckets: { 'due=2 priority=0 age=1': [0.25, 0.75] } })
    expect(policy?.learn(once, { ...observation, reward: 1 })).toEqual({
      buckets: { 'due=2 priority=0 age=1': [1.25, 0.75] },
    })
  })

  it('linucb: by the ridge solution', () => {
    // One reward of 1 at x = (1, 1): A = [[2, 1], [1, 2]], b = (1, 1), so both coefficients are 1/3.
    // Both candidates have xᵀA⁻¹x = 2/3; the scores differ by 1/3 and the odds are e^(1/3 ÷ temperature).
    const { distribution } = decide({
      ...situation('linucb', 1),
      policy: { id: 'linucb', version: 1, parameters: { temperature: 0.5 } },
      state: { featureNames: ['due'], precision: [[1], [1, 1]], target: [1, 1] },
      featureNames: ['due'],
      candidates: [
        { id: 'a', source: 'tasks', features: [1] },
        { id: 'b', source: 'tasks', features: [0] },
      ],
      epsilon: 1e-6,
    })
    expect((distribution[0] ?? 0) / (distribution[1] ?? 1)).toBeCloseTo(Math.exp(2 / 3), 4)
  })

  it('linucb: what it knows less of, at equal prediction', () => {
    const policy = policies.get('linucb')
    let state = policy?.initialState() ?? null
    for (let round = 0; round < 30; round++)
      state =
        policy?.learn(state, {
          context: {},
          featureNames: ['due', 'priority', 'age'],
          features: [1, 0.5, 0.5],
          probability: 0.5,
          reward: 0,
        }) ?? null
    const [known = 0, unknown = 0] = two('linucb', { state })
    expect(unknown).toBeGreaterThan(known)
  })
})

describe('what is refused', () => {
  const refused = (change: unknown): string => {
    try {
      decide({ ...situation('linucb', 2), ...(change as object) })
    } catch (error) {
      if (error instanceof InvalidDecision) return error.field
      throw error
    }
    return 'nothing'
  }
  const [first, second] = situation('linucb', 2).candidates

  it.each([
    ['candidates', { candidates: [] }],
    ['candidates', { candidates: situation('random', 1_001).candidates }],
    ['candidates.1.id', { candidates: [first, first] }],
    ['candidates.1.features', { candidates: [first, { ...second, features: [1] }] }],
    ['candidates.1.features.2', { candidates: [first, { ...second, features: [1, 1, Number.NaN] }] }],
    ['candidates.0.title', { candidates: [{ ...first, title: 'text has no place here' }] }],
    ['featureNames', { featureNames: ['due', 'due', 'age'] }],
    ['epsilon', { epsilon: 0 }],
    ['seed', { seed: '' }],
    ['context.hour', { context: { hour: Infinity } }],
    ['policy.id', { policy: { id: 'best', version: 1, parameters: {} } }],
    ['policy.version', { policy: { id: 'linucb', version: 7, parameters: {} } }],
    [
      'policy.parameters.temperature',
      { policy: { id: 'linucb', version: 1, parameters: { temperature: 0 } } },
    ],
    ['state.precision', { state: { featureNames: [], precision: [[-5]], target: [0] } }],
    ['state', { state: 'lost' }],
  ])('names %s', (field, change) => {
    expect(refused(change)).toBe(field)
  })
})

it('holds candidates over one list of names, absent features as 0', () => {
  expect(
    featureMatrix([
      { id: 'a', source: 'tasks', features: { due: 1 } },
      { id: 'b', source: 'advice', features: { age: 0.5 } },
    ]),
  ).toEqual({
    featureNames: ['age', 'due'],
    candidates: [
      { id: 'a', source: 'tasks', features: [0, 1] },
      { id: 'b', source: 'advice', features: [0.5, 0] },
    ],
  })
})

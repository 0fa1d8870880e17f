import fc from 'fast-check'
import { type DecisionInput, type Json, policies } from '../src/index.ts'

/** A decision of `size` candidates over the features that the policies know by name. */
export function situation(policy: string, size: number, change: Partial<DecisionInput> = {}): DecisionInput {
  const featureNames = ['due', 'priority', 'age']
  return {
    policy: { id: policy, version: policies.get(policy)?.version ?? 0, parameters: {} },
    state: policies.get(policy)?.initialState() ?? null,
    context: { hour: 0.4 },
    featureNames,
    candidates: Array.from({ length: size }, (_, index) => ({
      id: `c${index}`,
      source: 'tasks',
      features: featureNames.map((_name, at) => ((index * (at + 3) * 7) % 11) / 10),
    })),
    epsilon: 0.05,
    seed: 'seed',
    ...change,
  }
}

/** What the policy has learnt after some rewards of its own picks. */
export function learnt(policy: string, rounds: number): Json {
  const found = policies.get(policy)
  if (found === undefined) throw new Error(policy)
  let state = found.initialState()
  for (let round = 0; round < rounds; round++) {
    const input = situation(policy, 12, { state, seed: `round ${round}` })
    const { pickIndex, probability } = found.decide(input)
    const { context, featureNames } = input
    const features = input.candidates[pickIndex]?.features ?? []
    const reward = (features[0] ?? 0) > 0.5 ? 1 : 0.1
    state = found.learn(state, { context, featureNames, features, probability, reward })
  }
  return state
}

const number = fc.oneof(
  fc.double({ min: -1e9, max: 1e9, noNaN: true }),
  fc.constantFrom(0, -0, 1, 1e-300, 1e9, -1e9, 1 / 3),
)

/** Counts from nothing to a million million, and precisions that stay positive definite. */
function extremeState(policy: string, featureNames: readonly string[]): fc.Arbitrary<Json> {
  const count = fc.oneof(fc.double({ min: 0, max: 1e12, noNaN: true }), fc.constantFrom(0, 1e12, 1e-12))
  if (policy === 'thompson') {
    const key = fc
      .array(fc.constantFrom('0', '1', '2'), { minLength: 3, maxLength: 3 })
      .map(([due, priority, age]) => `due=${due} priority=${priority} age=${age}`)
    return fc.dictionary(key, fc.tuple(count, count)).map((buckets) => ({ buckets }))
  }
  if (policy === 'linucb')
    return fc.tuple(count, number).map(([diagonal, target]) => ({
      featureNames: [...featureNames],
      precision: [...featureNames, ''].map((_, row) =>
        Array.from({ length: row + 1 }, (_cell, at) => (at === row ? diagonal : 0)),
      ),
      target: [...featureNames, ''].map(() => target),
    }))
  return fc.constant(null)
}

/** Any input that DecisionInput admits: odd names, ties, one candidate or many, extreme states. */
export const anyInput: fc.Arbitrary<DecisionInput> = fc
  .record({
    policy: fc.constantFrom(...policies.keys()),
    featureNames: fc.uniqueArray(
      fc.oneof(
        fc.constantFrom('due', 'priority', 'age', 'toString', '__proto__'),
        fc.string({ minLength: 1, maxLength: 8 }),
      ),
      { maxLength: 12 },
    ),
    size: fc.oneof(fc.integer({ min: 1, max: 20 }), fc.constantFrom(1, 2, 1_000)),
    values: fc.array(number, { minLength: 1, maxLength: 40 }),
    epsilon: fc.double({ min: 1e-6, max: 1, noNaN: true }),
    seed: fc.string({ minLength: 1, maxLength: 20 }),
    context: fc.dictionary(fc.string({ minLength: 1, maxLength: 8 }), number, { maxKeys: 5 }),
  })
  .chain(({ policy, size, values, ...rest }) =>
    extremeState(policy, rest.featureNames).map((state) => ({
      ...situation(policy, 1),
      ...rest,
      state,
      candidates: Array.from({ length: size }, (_, index) => ({
        id: `c${index}`,
        source: 'tasks',
        features: rest.featureNames.map((_name, at) => values[(index * 13 + at * 5) % values.length] ?? 0),
      })),
    })),
  )

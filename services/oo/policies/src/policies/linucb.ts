import { z } from 'zod'
import { InvalidDecision } from '../decision.ts'
import { softmax } from '../distribution.ts'
import { cholesky, dot, solve, solveLower } from '../linear.ts'
import { definePolicy } from '../policy.ts'
import { reader } from '../values.ts'

const widest = 24

/** Sums over what was observed, with x = (1, features): precision Σ x·xᵀ (lower triangle), target Σ reward·x. */
const State = z
  .strictObject({
    featureNames: z.array(z.string().min(1).max(200)).max(widest),
    precision: z.array(z.array(z.number())).min(1),
    target: z.array(z.number()),
  })
  .check(({ value, issues }) => {
    const size = value.featureNames.length + 1
    const fits =
      value.precision.length === size && value.precision.every((row, index) => row.length === index + 1)
    if (!fits || value.target.length !== size)
      issues.push({
        code: 'custom',
        input: value,
        path: ['precision'],
        message: `must be a triangle of ${size} rows`,
      })
  })
type State = z.infer<typeof State>

/** The state over further features too, of which nothing is known yet. */
function widen(state: State, featureNames: readonly string[]): State {
  const added = featureNames.filter((name) => !state.featureNames.includes(name))
  const names = [...state.featureNames, ...added]
  if (names.length > widest)
    throw new InvalidDecision(
      'featureNames',
      `linucb takes up to ${widest} features; with those learnt, here are ${names.length}`,
    )
  const size = names.length + 1
  const zeros = (length: number): number[] => Array.from({ length }, () => 0)
  return {
    featureNames: names,
    precision: Array.from({ length: size }, (_, index) => [...(state.precision[index] ?? zeros(index + 1))]),
    target: [...state.target, ...zeros(added.length)],
  }
}

/**
 * LinUCB (Li et al. 2010) with one linear model over the features of all candidates: predicted reward plus
 * `exploration` times its standard error, then a softmax. Context counts through features made of it.
 */
export const linucb = definePolicy({
  id: 'linucb',
  version: 1,
  State,
  Parameters: z.strictObject({
    exploration: z.number().min(0).max(10).default(0.5),
    /** Prior precision of every coefficient. */
    ridge: z.number().min(1e-3).max(1e3).default(1),
    /** Lower is greedier. */
    temperature: z.number().min(0.01).max(10).default(0.05),
  }),
  initialState: (): State => ({ featureNames: [], precision: [[0]], target: [0] }),
  prefer: ({ state, parameters, featureNames, candidates }) => {
    const wide = widen(state, featureNames)
    const factor = cholesky(
      wide.precision.map((row, index) => row.map((sum, at) => (at === index ? sum + parameters.ridge : sum))),
    )
    if (factor === undefined)
      throw new InvalidDecision(
        'state.precision',
        'is not positive definite; begin anew from the initial state',
      )
    const coefficients = solve(factor, wide.target)
    const read = reader(wide.featureNames, { featureNames })
    const scores = candidates.map(({ features }) => {
      const x = [1, ...read(features)]
      const spread = solveLower(factor, x)
      return dot(coefficients, x) + parameters.exploration * Math.sqrt(dot(spread, spread))
    })
    return softmax(scores, parameters.temperature)
  },
  learn: (state, { featureNames, features, reward }) => {
    const wide = widen(state, featureNames)
    const x = [1, ...reader(wide.featureNames, { featureNames })(features)]
    const at = (index: number): number => x[index] ?? 0
    return {
      featureNames: wide.featureNames,
      precision: wide.precision.map((row, i) => row.map((sum, j) => sum + at(i) * at(j))),
      target: wide.target.map((sum, index) => sum + reward * at(index)),
    }
  },
})

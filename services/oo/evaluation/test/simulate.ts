import { decide, type DecisionInput, type Random, seeded } from '@triptych/oo-policies'
import type { Entry, Log, LoggedRow } from '../src/index.ts'
import { RidgeModel } from '../src/model/ridge.ts'

const featureNames = ['due', 'priority', 'age']
const epsilon = 0.05

/** The chance of a reward; not linear, so that no linear model of it is right. */
const chanceOf = ([due = 0, priority = 0, age = 0]: readonly number[]): number =>
  0.05 + 0.5 * due * due + 0.25 * priority * due + (age > 0.7 ? 0.1 : 0)

function drawInput(policy: string, random: Random, seed: string): DecisionInput {
  const size = 3 + Math.floor(random() * 4)
  return {
    policy: { id: policy, version: policy === 'random' ? 0 : 1, parameters: {} },
    state: null,
    context: { hour: Math.round(random() * 24) / 24 },
    featureNames,
    candidates: Array.from({ length: size }, (_, index) => ({
      id: `c${index}`,
      source: 'tasks',
      features: featureNames.map(() => random()),
    })),
    epsilon,
    seed,
  }
}

/** A log of `rows` decisions of a policy, with rewards of 0 and 1. */
export function simulateRows(policy: string, rows: number, seed: string): LoggedRow[] {
  const random = seeded(seed, 'simulation')
  return Array.from({ length: rows }, (_, index) => {
    const input = drawInput(policy, random, `${seed} ${index}`)
    const output = decide(input)
    const reward = random() < chanceOf(input.candidates[output.pickIndex]?.features ?? []) ? 1 : 0
    return {
      line: index + 1,
      situation: input,
      picked: output.pickIndex,
      propensity: output.probability,
      reward,
    }
  })
}

export const logOf = (rows: readonly LoggedRow[]): Log => ({
  model: () => new RidgeModel(),
  read: async function* () {
    for (const row of rows) yield { kind: 'row', row } satisfies Entry
  },
})

/** What a policy that learns nothing earns in the long run, by many fresh situations. */
export function valueOf(policy: string, rows: number): number {
  const random = seeded('truth', 'simulation')
  let total = 0
  for (let index = 0; index < rows; index++) {
    const input = drawInput(policy, random, `${index}`)
    const { distribution } = decide(input)
    total += distribution.reduce(
      (sum, one, at) => sum + one * chanceOf(input.candidates[at]?.features ?? []),
      0,
    )
  }
  return total / rows
}

/** A text as pieces that end in the middle of lines. */
export const textOf = (text: string, size = 17) =>
  async function* (): AsyncGenerator<string> {
    for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size)
  }

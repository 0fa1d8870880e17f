import { z } from 'zod'
import { type DecisionInput, type DecisionOutput, type Json, parseAs } from './decision.ts'
import { sample, withFloor } from './distribution.ts'
import { seeded } from './seeded.ts'

/** A past pick with its joined reward. */
export const Observation = z.strictObject({
  context: z.record(z.string(), z.number()).readonly(),
  featureNames: z.array(z.string()).readonly(),
  /** The picked candidate's, in the order of `featureNames`. */
  features: z.array(z.number()).readonly(),
  /** The probability it was picked with. */
  probability: z.number().gt(0).max(1),
  /** 0…1; see `rewards`. */
  reward: z.number().min(0).max(1),
})
export type Observation = z.infer<typeof Observation>

/** How to choose, and how to learn from what came of it. Pure: the same arguments give the same bytes. */
export interface Policy {
  readonly id: string
  /** Grows with every change that could move a digit: a stored decision names the version that made it. */
  readonly version: number
  readonly initialState: () => Json
  /** The part of the state that this decision reads; small enough to stand in its row. */
  readonly usedState: (input: DecisionInput) => Json
  readonly decide: (input: DecisionInput) => DecisionOutput
  readonly learn: (
    state: Json,
    observation: Observation,
    parameters?: DecisionInput['policy']['parameters'],
  ) => Json
}

/** What one decision is made from, with the policy's own state and parameters read. */
export interface Situation<State, Parameters> extends Omit<DecisionInput, 'state' | 'policy' | 'epsilon'> {
  readonly state: State
  readonly parameters: Parameters
}

interface Definition<State extends Json, Parameters> {
  readonly id: string
  readonly version: number
  readonly State: z.ZodType<State>
  readonly Parameters: z.ZodType<Parameters>
  readonly initialState: () => State
  readonly usedState?: (situation: Situation<State, Parameters>) => State
  /** The probabilities before the floor. */
  readonly prefer: (situation: Situation<State, Parameters>) => readonly number[]
  readonly learn: (state: State, observation: Observation, parameters: Parameters) => State
}

export function definePolicy<State extends Json, Parameters>(
  definition: Definition<State, Parameters>,
): Policy {
  const read = ({ policy, state, ...rest }: DecisionInput): Situation<State, Parameters> => ({
    ...rest,
    state: parseAs(definition.State, state, 'state'),
    parameters: parseAs(definition.Parameters, policy.parameters, 'policy.parameters'),
  })
  return {
    id: definition.id,
    version: definition.version,
    initialState: definition.initialState,
    usedState: (input) =>
      definition.usedState?.(read(input)) ?? parseAs(definition.State, input.state, 'state'),
    decide: (input) => {
      const distribution = withFloor(definition.prefer(read(input)), input.epsilon)
      const pickIndex = sample(distribution, seeded(input.seed, 'pick'))
      return { distribution, pickIndex, probability: distribution[pickIndex] ?? 0 }
    },
    learn: (state, observation, parameters = {}) =>
      definition.learn(
        parseAs(definition.State, state, 'state'),
        parseAs(Observation, observation, 'observation'),
        parseAs(definition.Parameters, parameters, 'policy.parameters'),
      ),
  }
}

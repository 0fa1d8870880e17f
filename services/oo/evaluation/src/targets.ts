import { type Json, type Policy } from '@triptych/oo-policies'
import type { LoggedRow } from './log.ts'

/**
 * A policy as it would have decided on the log's situations. It learns from the rows as they come, so each row is
 * decided with what the rows before it taught, never with its own reward.
 */
export class Target {
  readonly policy: Policy
  #state: Json

  constructor(policy: Policy) {
    this.policy = policy
    this.#state = policy.initialState()
  }

  /** Its probabilities for the candidates of the row. */
  distribution({ situation, line }: LoggedRow): readonly number[] {
    const { id, version } = this.policy
    return this.policy.decide({
      policy: { id, version, parameters: {} },
      state: this.#state,
      context: situation.context,
      featureNames: situation.featureNames,
      candidates: situation.candidates,
      epsilon: situation.epsilon,
      seed: `row ${line}`,
    }).distribution
  }

  learn({ situation, picked, propensity, reward }: LoggedRow): void {
    this.#state = this.policy.learn(this.#state, {
      context: situation.context,
      featureNames: situation.featureNames,
      features: situation.candidates[picked]?.features ?? [],
      probability: propensity,
      reward: Math.min(1, Math.max(0, reward)),
    })
  }
}

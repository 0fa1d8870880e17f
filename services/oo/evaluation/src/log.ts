import type { DecisionInput, DecisionOutput } from '@triptych/oo-policies'
import type { RewardModel } from './model/model.ts'

/** What was chosen from. */
export type Situation = Pick<DecisionInput, 'context' | 'featureNames' | 'candidates' | 'epsilon'>

/** One past decision with what came of it. */
export interface LoggedRow {
  readonly line: number
  readonly situation: Situation
  /** Place of the choice among the candidates. */
  readonly picked: number
  /** The probability with which the logging policy chose it. */
  readonly propensity: number
  readonly reward: number
  /** The decision whole, where the log holds it: it can be replayed. */
  readonly decision?: {
    readonly input: DecisionInput
    readonly output: DecisionOutput
    readonly id?: string | undefined
    readonly at?: string | undefined
  }
}

/** A row that cannot be used: where, and what would cure it. */
export interface BadRow {
  readonly line: number
  readonly column: string
  readonly problem: string
  /** It breaks the weights themselves; such a row is never left out in silence of the rest. */
  readonly isPropensity: boolean
}

export type Entry =
  | { readonly kind: 'row'; readonly row: LoggedRow }
  /** No reward has been joined yet, or the choice was never shown. */
  | { readonly kind: 'unanswered'; readonly line: number }
  | { readonly kind: 'bad'; readonly bad: BadRow }

/** A log that can be read from its beginning as often as needed, always in the same order. */
export interface Log {
  readonly read: () => AsyncIterable<Entry>
  /** A model of the reward that suits what this log knows of its candidates. */
  readonly model: () => RewardModel
}

/** Opens a text anew. */
export type OpenText = () => AsyncIterable<string>

/** A log that cannot be evaluated at all. */
export class UnusableLog extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'UnusableLog'
  }
}

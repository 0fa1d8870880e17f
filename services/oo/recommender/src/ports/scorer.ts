import { decide, type DecisionInput, type DecisionOutput } from '@triptych/oo-policies'
import type { Context } from '@triptych/kernel'

export interface Scored {
  readonly output: DecisionOutput
  /** `fallback`: there is a scoring process, and it did not answer well in time. */
  readonly by: 'process' | 'here' | 'fallback'
}

/** Makes the decision: in the scoring process, or here. Both run the same code and give the same bytes. */
export type Scorer = (context: Context, input: DecisionInput) => Promise<Scored>

export const scoreHere: Scorer = (_context, input) => Promise.resolve({ output: decide(input), by: 'here' })

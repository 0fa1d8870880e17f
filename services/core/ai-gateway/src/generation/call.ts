import type { Clock, Context, NewId } from '@triptych/kernel'
import type { Logger, Metrics } from '@triptych/telemetry'
import type { LaneClient } from '../lanes/lane-client.ts'
import type { Ledger } from '../ledger/entries.ts'
import type { Templates } from '../prompts.ts'
import type { Purpose } from '../purposes/purpose.ts'
import type { IsSafe, Repair } from './attempt.ts'
import type { ForPerson } from './generation.ts'

export interface LaneDeps {
  readonly clock: Clock
  readonly newId: NewId
  readonly ledger: Ledger
  readonly templates: Templates
  readonly metrics: Metrics
  readonly logger: Logger
  readonly isSafe: IsSafe
  /** For the jitter of retries, in [0, 1). */
  readonly random: () => number
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>
}

export interface Call<Input extends ForPerson, Answer, Part> {
  readonly purpose: Purpose<Input, Answer, Part>
  readonly context: Context
  readonly input: Input
  readonly startedAt: number
}

/** Why no lane answered: none could, the money is used up, or the text must not go to another model. */
export type Fallen = { readonly fell: 'lanes' | 'budget' | 'refused' }

/** What one call remembers while it goes from attempt to attempt. */
export interface Progress {
  attempts: number
  upstreamMs: number
  usedTokens: number
  hasEmitted: boolean
}

/** A lane's turn in a call: beside whom, served by whom, and what a second round is told. */
export interface Turn {
  readonly client: LaneClient
  readonly lanes: readonly LaneClient[]
  readonly pins: readonly string[]
  readonly repair: Repair | undefined
}

const marginMs = 400

/** Time left for models: the offline engine must still be able to answer before the caller's deadline. */
export const remainingMs = (
  { clock }: Pick<LaneDeps, 'clock'>,
  call: {
    readonly context: Pick<Context, 'deadline'>
    readonly purpose: Pick<Purpose<never, unknown>, 'timeouts'>
    readonly startedAt: number
  },
): number =>
  Math.min(call.context.deadline - marginMs, call.startedAt + 2 * call.purpose.timeouts.totalMs) - clock.now()

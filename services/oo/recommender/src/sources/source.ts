import type { Context } from '@triptych/kernel'
import type { Candidate, CandidateText } from '../domain/candidate.ts'

/**
 * Where candidates come from. A new one is a file, a line in `sources/index.ts` and a stage in `test/conformance`: one suite
 * holds for all. One that is away may reject; it is passed over.
 */
export interface CandidateSource {
  /** As `integrations.tasks`. */
  readonly name: string
  /** Whether this source is where a candidate or tip came from. */
  owns(source: string): boolean
  /** What could be shown to a person now, without its words; always in the same order. */
  candidates(context: Context, userId: string): Promise<readonly Candidate[]>
  /** Asked right before one is shown: its words if it still stands. */
  open(context: Context, userId: string, candidate: Candidate): Promise<CandidateText | undefined>
}

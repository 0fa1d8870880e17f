import type { Candidate, CandidateText } from '../../src/domain/candidate.ts'
import type { Scene } from '../system.ts'

/** What a source's ground can be made to do, so that the suite can hold the source against it. */
export interface Stage {
  /** Somebody for whom it has at least as many candidates as there are endings, and one more. */
  readonly userId: string
  /** Somebody else, for whom it has candidates too. */
  readonly strangerId: string
  /** Whether what it has for one person is nobody else's. */
  readonly isPersonal: boolean
  /** Titles of what is there for that person and must never be offered. */
  readonly never: readonly string[]
  /** By what a candidate can come to its end; each ends the one that is named by its words. */
  readonly endings: Readonly<Record<string, (candidate: Candidate, text: CandidateText) => Promise<void>>>
}

/** The scene is the suite's own: a stage may move its clock. */
export type OpenStage = (scene: Scene) => Promise<Stage>

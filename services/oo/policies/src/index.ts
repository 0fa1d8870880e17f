/** How oO chooses: policies, their decisions and the record of each. No I/O, no clock, no chance but the seed. */
export { decide, policies, policyOf } from './decide.ts'
export {
  type Candidate,
  DecisionInput,
  type DecisionOutput,
  featureMatrix,
  InvalidDecision,
  type Json,
  maximumCandidates,
  maximumFeatures,
  minimumEpsilon,
} from './decision.ts'
export { Observation, type Policy } from './policy.ts'
export { cholesky, dot, solve, type Triangle } from './linear.ts'
export { type Random, seeded } from './seeded.ts'
export {
  candidateSetHash,
  canonicalJson,
  contextHash,
  type DecisionRecord,
  decisionRecord,
  replay,
  sha256,
} from './record.ts'
export { type Reaction, rewards } from './rewards.ts'

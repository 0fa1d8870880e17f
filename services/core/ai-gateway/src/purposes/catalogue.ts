import { confirmCrisis } from './confirm-crisis.ts'
import { detectFragments } from './detect-fragments.ts'
import { narratePeriod } from './narrate-period.ts'
import { reflectOnSession } from './reflect-on-session.ts'
import { reframeFragment } from './reframe-fragment.ts'
import { turnThought } from './turn-thought.ts'
import { writeAffirmation } from './write-affirmation.ts'

/** Everything a model is ever asked: purpose → feature, template, shape, limits, offline answer. */
export const purposes = {
  detectFragments,
  reframeFragment,
  reflectOnSession,
  turnThought,
  confirmCrisis,
  writeAffirmation,
  narratePeriod,
} as const

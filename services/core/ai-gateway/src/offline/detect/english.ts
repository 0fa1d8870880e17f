import type { Detector } from './engine.ts'
import { WORDS } from '../lexicon/en.ts'
import { allOrNothing } from './all-or-nothing.ts'
import { blaming } from './blaming.ts'
import { catastrophizing } from './catastrophizing.ts'
import { comparing } from './comparing.ts'
import { disqualifyingPositive } from './disqualifying-positive.ts'
import { emotionalReasoning } from './emotional-reasoning.ts'
import { fortuneTelling } from './fortune-telling.ts'
import { englishGuards } from './guards.ts'
import { labeling } from './labeling.ts'
import { mentalFilter } from './mental-filter.ts'
import { mindReading } from './mind-reading.ts'
import { overgeneralization } from './overgeneralization.ts'
import { personalization } from './personalization.ts'
import { indexRules } from './rule.ts'
import { shouldStatements } from './should-statements.ts'

const SUBJECT =
  '(?:i|he|she|they|we|you|it|everyone|people|no one|this|that|the|my|his|her|our|their|nothing|everything|there|then|now)'

/** Where an English clause may begin. */
const JOINT = new RegExp(
  `[,;:()] ?| - | (?=(?:but|because|although|though|yet|whereas) )| (?=(?:and|so|or|while) (?:then |now |still |maybe |that )?${SUBJECT} )| (?=(?:and|so) (?:all|already|maybe|might) )`,
  'gu',
)

export const english: Detector = {
  rules: indexRules(
    {
      all_or_nothing: allOrNothing,
      overgeneralization,
      mental_filter: mentalFilter,
      disqualifying_positive: disqualifyingPositive,
      mind_reading: mindReading,
      fortune_telling: fortuneTelling,
      catastrophizing,
      emotional_reasoning: emotionalReasoning,
      should_statements: shouldStatements,
      labeling,
      personalization,
      blaming,
      comparing,
    },
    WORDS,
  ),
  guards: englishGuards,
  joint: JOINT,
}

/** Joining words a span does not begin with. */
export const ENGLISH_LEAD =
  /^(?:(?:and|but|so|because|or|yet|although|though|while|still|then|also|plus|which means|whereas)\b[ ,]*)+/u

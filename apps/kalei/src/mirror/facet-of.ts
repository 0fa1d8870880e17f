import type { Fragment } from '../api/wire.ts'
import type { Facet } from '../theme/tokens.ts'

const facetByType: Readonly<Record<Fragment['type'], Facet>> = {
  all_or_nothing: 'amber',
  overgeneralization: 'amber',
  should_statements: 'amber',
  labeling: 'rose',
  personalization: 'rose',
  blaming: 'rose',
  comparing: 'rose',
  mind_reading: 'violet',
  fortune_telling: 'violet',
  catastrophizing: 'violet',
  mental_filter: 'teal',
  disqualifying_positive: 'teal',
  emotional_reasoning: 'teal',
}

/** The colour of a fragment: absolutes, verdicts, guesses and filters have one facet each. */
export function facetOf(type: string): Facet {
  return (facetByType as Readonly<Record<string, Facet>>)[type] ?? 'amber'
}

/**
 * The names of thought patterns. `FRAGMENT_TYPES` are highlighted; `negative_feeling` and `none` are
 * verdicts about a text that holds no fragment. No dependencies: safe to import anywhere.
 */
export const FRAGMENT_TYPES = [
  'all_or_nothing',
  'overgeneralization',
  'mental_filter',
  'disqualifying_positive',
  'mind_reading',
  'fortune_telling',
  'catastrophizing',
  'emotional_reasoning',
  'should_statements',
  'labeling',
  'personalization',
  'blaming',
  'comparing',
] as const

export type FragmentType = (typeof FRAGMENT_TYPES)[number]
export const THOUGHT_TYPES = [...FRAGMENT_TYPES, 'negative_feeling', 'none'] as const
export type ThoughtType = (typeof THOUGHT_TYPES)[number]

/** Other names in use, normalised (lower case, single spaces), to ours. The only such table. */
export const TYPE_SYNONYMS: Readonly<Record<string, ThoughtType>> = {
  'all or nothing thinking': 'all_or_nothing',
  'black and white thinking': 'all_or_nothing',
  'black and white': 'all_or_nothing',
  'dichotomous thinking': 'all_or_nothing',
  'polarized thinking': 'all_or_nothing',
  'polarised thinking': 'all_or_nothing',
  splitting: 'all_or_nothing',
  perfectionism: 'all_or_nothing',
  overgeneralisation: 'overgeneralization',
  'over generalization': 'overgeneralization',
  'over generalisation': 'overgeneralization',
  overgeneralizing: 'overgeneralization',
  generalization: 'overgeneralization',
  filtering: 'mental_filter',
  'mental filtering': 'mental_filter',
  'negative filtering': 'mental_filter',
  'selective abstraction': 'mental_filter',
  'tunnel vision': 'mental_filter',
  'discounting the positive': 'disqualifying_positive',
  'discounting positives': 'disqualifying_positive',
  'disqualifying the positive': 'disqualifying_positive',
  'dismissing the positive': 'disqualifying_positive',
  'jumping to conclusions': 'mind_reading',
  mindreading: 'mind_reading',
  'fortune teller error': 'fortune_telling',
  'negative prediction': 'fortune_telling',
  'negative predictions': 'fortune_telling',
  catastrophising: 'catastrophizing',
  catastrophization: 'catastrophizing',
  magnification: 'catastrophizing',
  minimization: 'catastrophizing',
  minimisation: 'catastrophizing',
  'magnification and minimization': 'catastrophizing',
  'magnification or minimization': 'catastrophizing',
  'magnification/minimization': 'catastrophizing',
  exaggeration: 'catastrophizing',
  awfulizing: 'catastrophizing',
  'what if thinking': 'catastrophizing',
  'feelings as facts': 'emotional_reasoning',
  shoulds: 'should_statements',
  should: 'should_statements',
  'should statement': 'should_statements',
  musts: 'should_statements',
  imperatives: 'should_statements',
  labelling: 'labeling',
  label: 'labeling',
  mislabeling: 'labeling',
  'labeling and mislabeling': 'labeling',
  'global labeling': 'labeling',
  'name calling': 'labeling',
  personalisation: 'personalization',
  'self blame': 'personalization',
  'excessive responsibility': 'personalization',
  blame: 'blaming',
  'blaming others': 'blaming',
  'other blame': 'blaming',
  externalization: 'blaming',
  comparison: 'comparing',
  comparisons: 'comparing',
  'unfair comparison': 'comparing',
  'unfair comparisons': 'comparing',
  'social comparison': 'comparing',
  sadness: 'negative_feeling',
  'negative emotion': 'negative_feeling',
  'negative feelings': 'negative_feeling',
  'no distortion': 'none',
  neutral: 'none',
}

const KNOWN: ReadonlySet<string> = new Set(THOUGHT_TYPES)
const FRAGMENTS: ReadonlySet<string> = new Set(FRAGMENT_TYPES)

/** Our name for a pattern given under any known name, or `undefined` when we know none. */
export function resolveType(name: string): ThoughtType | undefined {
  const spaced = name
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/gu, ' ')
  const own = spaced.replaceAll(' ', '_')
  if (KNOWN.has(own)) return own as ThoughtType
  return Object.hasOwn(TYPE_SYNONYMS, spaced) ? TYPE_SYNONYMS[spaced] : undefined
}

/** Whether a verdict is one of the 13 patterns that are highlighted. */
export function isFragmentType(type: string): type is FragmentType {
  return FRAGMENTS.has(type)
}

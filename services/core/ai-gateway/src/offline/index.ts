/**
 * `offline-1`: a deterministic rule engine for reflective writing. Pure: no I/O, no clock, no
 * randomness, nothing that a browser does not have. The same input always gives the same answer.
 */
export { affirm } from './affirm.ts'
export type { AffirmInput } from './affirm.ts'
export { detectFragments } from './detect.ts'
export type { Detection, Fragment } from './detect.ts'
export { LANGUAGES } from './lexicon/language.ts'
export type { Language } from './lexicon/language.ts'
export { narrate } from './narrate.ts'
export type { Aggregates, Counts, Narrative } from './narrate.ts'
export { plainReflection, reflect } from './reflect.ts'
export type { ReflectInput } from './reflect.ts'
export type { MicroAction } from './reframe/actions.ts'
export { reframe } from './reframe/reframe.ts'
export type { ReframeInput, Reframing } from './reframe/reframe.ts'
export { LENSES } from './reframe/views/views.ts'
export type { Lens } from './reframe/views/views.ts'
export { FRAGMENT_TYPES, isFragmentType, resolveType, THOUGHT_TYPES, TYPE_SYNONYMS } from './taxonomy.ts'
export type { FragmentType, ThoughtType } from './taxonomy.ts'

/** What answers are labelled with. */
export const OFFLINE_ENGINE = 'offline-1'

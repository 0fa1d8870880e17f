import type { Family, Language, Severity } from '../types.ts'

/** Reasons for which a match does not count; a rule may switch them off. */
export type Guard = 'negation' | 'past' | 'reported' | 'person'

/** Weak signs that decide nothing alone. */
export type Sign = 'means' | 'moment' | 'farewell' | 'hopeless' | 'minor'

export interface RuleSpec {
  severity?: Severity
  /** Patterns, one a line. */
  match: string
  /** Patterns that, where they overlap the match, make it a mere manner of speaking. */
  idiom?: string
  /** Patterns that, near the match in its sentence, make it harmless. */
  unless?: string
  /** Patterns of which one must be near the match, also in the sentences beside it. */
  needs?: string
  /** The match must fill its sentence but for a few words. */
  alone?: boolean
  /** The match must be all that its sentence says. */
  whole?: boolean
  /** Guards that do not apply to this rule. */
  ignore?: readonly Guard[]
  /** The finding may be confirmed by a model. */
  ambiguous?: boolean
}

export interface RuleSet {
  language: Language
  family: Family | 'generated' | Sign
  rules: Readonly<Record<string, RuleSpec>>
}

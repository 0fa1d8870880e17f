import type { RuleTable } from '../detect/rule.ts'

export const LANGUAGES = ['en', 'es', 'fr', 'de', 'pt', 'it'] as const
export type Language = (typeof LANGUAGES)[number]

/** What the engine knows of a language other than English. All words are folded: no diacritics. */
export interface Lexicon {
  /** Frequent words that tell the language from its neighbours. */
  readonly frequent: string
  /** Words after which a new clause begins. */
  readonly joints: string
  readonly rules: RuleTable
  readonly reported: string
  readonly denied: string
  readonly resolved: string
  readonly hedged: string
}

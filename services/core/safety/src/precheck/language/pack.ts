import type { Lists } from '../rules/notation.ts'
import type { Language } from '../types.ts'

/**
 * What the guards need to know of a language, in the notation of `rules/notation.ts`, one pattern a line.
 * Fields marked "before" must stand directly before a match, "inside" within it, "near" in its sentence.
 */
export interface LanguagePack {
  language: Language
  lists: Lists
  /** Frequent words by which the language of a text is told. */
  stopwords: string
  /** before: words that deny what follows. */
  negators: string
  /** Words that may stand between a negator and what it denies. */
  negationFill: string
  /** before: phrases that look like a denial and are none ("why don't I"). */
  falseNegation: string
  /** Words of denial that no gap of a pattern may swallow. */
  denials: string
  /** Whether a denial reaches over a comma, as it does into German infinitive clauses. */
  deniesAcrossClauses: boolean
  /** before or inside: past tense. */
  pastTense: string
  /** near: long ago, over, survived. */
  pastMarkers: string
  /** near: it is back, it is now; takes `pastMarkers` away. */
  returning: string
  /** near, and the match in quotation marks: a work, or another person's words. */
  fiction: string
  /** before: a work that "says", "is called" what follows, without quotation marks. */
  attribution: string
  /** before an opening quotation mark: the person quotes themselves or a voice. */
  selfQuote: string
  /** The nearest of these two before a match tells who speaks; empty when verb forms tell. */
  firstPerson: string
  otherPerson: string
  /** anywhere: the text tells the system not to look; takes fiction away. */
  override: string
}

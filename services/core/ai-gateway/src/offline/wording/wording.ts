import type { FragmentType } from '../taxonomy.ts'

/** How many of what: the number is written in front of the word that fits it. */
export interface Counted {
  readonly one: string
  readonly many: string
}

/**
 * What a session, a day and a week are told in, one object a language. `{it}` is what was written about, `{It}` the same
 * at the start of a sentence; `{pattern}`, `{count}`, `{goal}` and the other names in braces are filled in.
 */
export interface Wording {
  readonly patterns: Readonly<Record<FragmentType, string>>
  readonly reflection: {
    /** Stands for what was written about when nothing in it can be named. */
    readonly day: string
    readonly empty: string
    /** Takes the place of an answer that may not be shown. */
    readonly plain: string
    readonly openings: readonly string[]
    readonly quiet: readonly string[]
    readonly one: readonly string[]
    readonly several: readonly string[]
    readonly mixed: readonly string[]
    readonly closings: readonly string[]
  }
  readonly affirmation: { readonly plain: readonly string[]; readonly withGoal: readonly string[] }
  readonly narrative: {
    readonly sessions: Counted
    readonly turns: Counted
    readonly savedTurns: Counted
    readonly actions: Counted
    readonly entries: Counted
    readonly tooLittle: string
    readonly activity: readonly string[]
    readonly none: string
    readonly first: readonly string[]
    readonly second: string
    readonly same: string
    readonly before: string
    readonly beforeAndMore: string
    readonly beforeAndLess: string
    readonly kept: string
    readonly keptTurns: string
    readonly finished: string
    readonly days: string
    readonly comma: string
    readonly and: string
    /** Ends a sentence. */
    readonly stop: string
    readonly closings: readonly string[]
  }
}

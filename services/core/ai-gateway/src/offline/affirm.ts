import { choose } from './stable-choice.ts'
import { fill, wordingFor } from './wording/index.ts'

export interface AffirmInput {
  /** Titles of the person's goals, in their words. */
  readonly goals?: readonly string[]
  /** The person's local day, YYYY-MM-DD. */
  readonly date: string
  /** Tells people apart, so that not everybody reads the same line on the same day. */
  readonly seed: string
  /** Tag of the language to answer in; English without one. */
  readonly language?: string | undefined
}

/** One line for the day, in the first person. The same for the same person, day and goals. */
export function affirm(input: AffirmInput): { affirmation: string } {
  const key = `${input.date}|${input.seed}`
  const { plain, withGoal: hopeful } = wordingFor(input.language).affirmation
  const goals = (input.goals ?? [])
    .map((goal) => goal.trim())
    .filter((goal) => goal !== '' && goal.length <= 120)
  const withGoal = goals.length > 0 && choose([true, true, false], `${key}|kind`)
  if (!withGoal) return { affirmation: choose(plain, key) }
  return { affirmation: fill(choose(hopeful, key), { goal: choose(goals, `${key}|goal`) }) }
}

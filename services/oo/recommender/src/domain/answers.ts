import { type Reaction, rewards } from '@triptych/oo-policies'
import type { TipState } from './tip-state.ts'

/** One answer as it was reported. Times are ISO 8601. */
export interface Answer {
  readonly reaction: Reaction
  readonly at: string
  readonly snoozeUntil: string | null
}

/** Where a tip stands after all that was reported of it, in whatever order that came. */
export interface Standing {
  readonly state: TipState
  readonly displayedAt: string | null
  readonly reactedAt: string | null
  readonly snoozedUntil: string | null
  readonly reward: number | null
  /** Done and not taken back, whatever else was said of it: what its provider should hold it for. */
  readonly isDone: boolean
}

/**
 * A pure function of the answers: they are put in the order in which they happened, so that reactions that waited
 * offline, come twice or overtake each other end in the same place. Any answer shows that the tip was seen.
 */
export function standingOf(answers: readonly Answer[]): Standing {
  const ordered = [...answers].sort((a, b) => (a.at === b.at ? rank(a) - rank(b) : a.at < b.at ? -1 : 1))
  const [first] = ordered
  if (first === undefined) {
    return {
      state: 'offered',
      displayedAt: null,
      reactedAt: null,
      snoozedUntil: null,
      reward: null,
      isDone: false,
    }
  }
  const isExpiredOnly = ordered.every(({ reaction }) => reaction === 'expired')
  const last = lastThatCounts(ordered)
  const seen = isExpiredOnly ? null : first.at
  return {
    state: last === undefined ? 'displayed' : (last.reaction as TipState),
    displayedAt: seen,
    reactedAt: last?.at ?? null,
    snoozedUntil: last?.reaction === 'snoozed' ? last.snoozeUntil : null,
    reward: seen === null || last === undefined ? null : (rewards[last.reaction] ?? null),
    isDone:
      ordered.findLast(({ reaction }) => reaction === 'done' || reaction === 'undone')?.reaction === 'done',
  }
}

/** An expiry never overrides what a person said. */
function lastThatCounts(ordered: readonly Answer[]): Answer | undefined {
  let counting: Answer | undefined
  for (const answer of ordered) {
    if (answer.reaction === 'displayed') continue
    if (answer.reaction === 'undone') counting = undefined
    else if (answer.reaction !== 'expired' || counting === undefined) counting = answer
  }
  return counting
}

const rank = ({ reaction }: Answer): number => (reaction === 'displayed' ? 0 : 1)

import { sha256 } from '@triptych/oo-policies'
import type { Candidate } from './candidate.ts'

/** So few that a short list of tasks is not drowned in a long library. */
const piecesADay = 8

/** A person's own few pieces of a day; the next day has others. */
export const todaysAdvice = (
  advice: readonly Candidate[],
  { userId, day }: { readonly userId: string; readonly day: string },
): Candidate[] =>
  advice
    .map((candidate) => ({ candidate, place: sha256(`${userId} ${day} ${candidate.ref}`) }))
    .toSorted((a, b) => (a.place < b.place ? -1 : 1))
    .slice(0, piecesADay)
    .map(({ candidate }) => candidate)

import type { Candidate } from './candidate.ts'

/** An earlier tip from the same thing, as far as it keeps the thing back. Times are epoch ms. */
export interface Earlier {
  readonly sourceRef: string
  readonly kind: 'todo' | 'advice'
  readonly state: string
  readonly reactedAt: number | null
  readonly snoozedUntil: number | null
}

const dayMs = 86_400_000
/** How long a thing rests after an answer. A task that was done stays away until its provider has heard of it. */
const restMs: Readonly<Record<'todo' | 'advice', Readonly<Record<string, number>>>> = {
  todo: { done: 10 * 60_000, dismissed: dayMs, acknowledged: dayMs, saved: dayMs },
  advice: { acknowledged: 30 * dayMs, saved: 30 * dayMs, dismissed: 90 * dayMs, expired: 3 * dayMs },
}

/** What is left when everything that the person put off, turned down or has just done is taken away. */
export function eligible(
  candidates: readonly Candidate[],
  earlier: readonly Earlier[],
  now: number,
): readonly Candidate[] {
  const resting = new Set(earlier.filter((tip) => isResting(tip, now)).map(({ sourceRef }) => sourceRef))
  return candidates.filter(({ ref }) => !resting.has(ref))
}

function isResting({ kind, state, reactedAt, snoozedUntil }: Earlier, now: number): boolean {
  if (state === 'snoozed') return snoozedUntil !== null && snoozedUntil > now
  const rest = restMs[kind][state]
  return rest !== undefined && reactedAt !== null && reactedAt + rest > now
}

import type { FragmentType } from './taxonomy.ts'
import { choose } from './stable-choice.ts'
import { FRAGMENT_TYPES } from './taxonomy.ts'
import { counted, fill, type Wording, wordingFor } from './wording/index.ts'

export interface Counts {
  readonly by_type: Readonly<Partial<Record<FragmentType, number>>>
  readonly turns: number
  readonly sessions: number
  readonly saved: number
  readonly completed: number
}

/** Counts of one period; no text of the person ever goes in. */
export interface Aggregates extends Counts {
  /** First and last local day, YYYY-MM-DD. */
  readonly period: { readonly from: string; readonly to: string }
  /** Days in a row with something written. */
  readonly streak: number
  readonly previous?: Counts
}

export interface Narrative {
  readonly narrative: string
  /** False when the counts are too small to say anything fair. */
  readonly enough: boolean
}

const ENOUGH = 3

function ranked(counts: Counts): { type: FragmentType; count: number }[] {
  return FRAGMENT_TYPES.map((type) => ({ type, count: counts.by_type[type] ?? 0 }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count)
}

function activity({ narrative }: Wording, data: Aggregates, key: string): string {
  const sessions = counted(data.sessions, narrative.sessions)
  const turns = counted(data.turns, narrative.turns)
  return fill(choose(narrative.activity, `${key}|activity`), { sessions, turns })
}

function leans({ narrative, patterns }: Wording, data: Aggregates, key: string): string {
  const [first, second] = ranked(data)
  if (first === undefined) return narrative.none
  const lead = fill(choose(narrative.first, `${key}|patterns`), {
    pattern: patterns[first.type],
    count: first.count,
  })
  const next =
    second === undefined
      ? ''
      : fill(narrative.second, { pattern: patterns[second.type], count: second.count })
  return `${lead}${next}${narrative.stop}`
}

function change({ narrative }: Wording, data: Aggregates): string | undefined {
  const [first] = ranked(data)
  if (data.previous === undefined || first === undefined) return undefined
  const count = data.previous.by_type[first.type] ?? 0
  const now = first.count
  if (count === now) return narrative.same
  const wrote = data.sessions + data.turns
  const wroteBefore = data.previous.sessions + data.previous.turns
  if (now > count && wrote > wroteBefore) return fill(narrative.beforeAndMore, { count })
  if (now < count && wrote < wroteBefore) return fill(narrative.beforeAndLess, { count })
  return fill(narrative.before, { count })
}

function kept({ narrative }: Wording, data: Aggregates): string | undefined {
  const parts = [
    data.saved > 0
      ? fill(narrative.keptTurns, { turns: counted(data.saved, narrative.savedTurns) })
      : undefined,
    data.completed > 0
      ? fill(narrative.finished, { actions: counted(data.completed, narrative.actions) })
      : undefined,
    data.streak > 1 ? fill(narrative.days, { count: data.streak }) : undefined,
  ].filter((part) => part !== undefined)
  const last = parts.pop()
  if (last === undefined) return undefined
  return fill(narrative.kept, {
    parts: parts.length === 0 ? last : `${parts.join(narrative.comma)}${narrative.and}${last}`,
  })
}

/** The week in a few sentences, from counts alone; `language` is a tag, English without one. */
export function narrate(data: Aggregates, language?: string): Narrative {
  const wording = wordingFor(language)
  const total = data.sessions + data.turns
  if (total < ENOUGH) {
    const entries = counted(total, wording.narrative.entries)
    return { narrative: fill(wording.narrative.tooLittle, { entries, enough: ENOUGH }), enough: false }
  }
  const key = JSON.stringify([data.period, data.turns, data.sessions, ranked(data)])
  const closing = choose(wording.narrative.closings, `${key}|close`)
  const sentences = [
    activity(wording, data, key),
    leans(wording, data, key),
    change(wording, data),
    kept(wording, data),
    closing,
  ]
  return { narrative: sentences.filter((sentence) => sentence !== undefined).join(' '), enough: true }
}

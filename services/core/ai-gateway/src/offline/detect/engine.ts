import type { Guards } from './guards.ts'
import type { RuleIndex } from './rule.ts'
import type { Range } from '../segment.ts'
import type { FragmentType } from '../taxonomy.ts'
import { keep, quotations } from './guards.ts'
import { rulesFor } from './rule.ts'
import { clauses, sentences } from '../segment.ts'

/** Everything the search needs of one language. */
export interface Detector {
  readonly rules: RuleIndex
  readonly guards: Guards
  readonly joint: RegExp
}

export interface Candidate extends Range {
  readonly type: FragmentType
  readonly score: number
}

function within(range: Range, others: readonly Range[]): boolean {
  return others.some((other) => range.start >= other.start && range.end <= other.end)
}

function span(parts: readonly Range[], match: Range): Range {
  const touched = parts.filter((part) => part.start < match.end && part.end > match.start)
  return { start: touched[0]?.start ?? match.start, end: touched.at(-1)?.end ?? match.end }
}

interface Scene {
  readonly detector: Detector
  readonly folded: string
  readonly quoted: readonly Range[]
}

function inSentence(scene: Scene, sentence: Range): Candidate[] {
  const { detector, folded, quoted } = scene
  const text = folded.slice(sentence.start, sentence.end)
  const found: Candidate[] = []
  let parts: readonly Range[] | undefined
  for (const rule of rulesFor(detector.rules, text)) {
    const hit = rule.pattern.exec(text)
    if (hit === null || rule.unless?.test(text) === true) continue
    const start = sentence.start + hit.index
    const match = { start, end: start + Math.max(1, hit[0].trimEnd().length) }
    parts ??= clauses(folded, sentence, detector.joint)
    const clause = span(parts, match)
    const lead = folded.slice(sentence.start, match.start)
    if (within(match, quoted) && !detector.guards.ownVoice.test(lead)) continue
    const score = rule.weight * keep(detector.guards, folded, { sentence, clause, match })
    if (score > 0) found.push({ type: rule.type, start: clause.start, end: clause.end, score })
  }
  return found
}

function overlaps(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end
}

/** Cues of one type over the same words strengthen each other; the widest stretch is kept. */
function merge(candidates: readonly Candidate[]): Candidate[] {
  const merged: Candidate[] = []
  for (const next of candidates) {
    const at = merged.findIndex((known) => known.type === next.type && overlaps(known, next))
    const known = merged[at]
    if (known === undefined) merged.push(next)
    else {
      merged[at] = {
        type: known.type,
        start: Math.min(known.start, next.start),
        end: Math.max(known.end, next.end),
        score: 1 - (1 - known.score) * (1 - next.score * 0.6),
      }
    }
  }
  return merged
}

/** The strongest readings that do not overlap, in reading order. */
function choose(candidates: readonly Candidate[]): Candidate[] {
  const ranked = candidates.toSorted(
    (a, b) => b.score - a.score || a.start - b.start || b.end - a.end || a.type.localeCompare(b.type),
  )
  const chosen: Candidate[] = []
  for (const candidate of ranked) {
    if (!chosen.some((other) => overlaps(other, candidate))) chosen.push(candidate)
  }
  return chosen.toSorted((a, b) => a.start - b.start)
}

/** Neighbouring readings of one type in one sentence are one thought. */
function join(folded: string, chosen: readonly Candidate[]): Candidate[] {
  const joined: Candidate[] = []
  for (const next of chosen) {
    const last = joined.at(-1)
    const between = last === undefined ? '' : folded.slice(last.end, next.start)
    if (last?.type === next.type && /^[\s,;:-]*(?:(?:and|so|but|or) ?)?$/u.test(between)) {
      joined[joined.length - 1] = { ...last, end: next.end, score: Math.max(last.score, next.score) }
    } else joined.push(next)
  }
  return joined
}

/** Candidates of a folded text: never overlapping, in order, with raw scores. */
export function search(detector: Detector, folded: string): Candidate[] {
  const scene: Scene = { detector, folded, quoted: quotations(folded) }
  const chosen: Candidate[] = []
  for (const sentence of sentences(folded)) {
    const found = inSentence(scene, sentence)
    if (found.length > 0) {
      chosen.push(...join(folded, choose(merge(found.toSorted((a, b) => b.score - a.score)))))
    }
  }
  return chosen
}

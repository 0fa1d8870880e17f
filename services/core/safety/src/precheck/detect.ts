import { counts, overrides } from './context/guards.ts'
import { fold } from './normalise/fold.ts'
import { normalise } from './normalise/index.ts'
import type { Normalised } from './normalise/index.ts'
import { tallyLanguages } from './language/detect.ts'
import type { Tally } from './language/detect.ts'
import { Sites } from './rules/finder.ts'
import type { Match, Matcher } from './rules/matcher.ts'
import { Reading as RulesReading } from './rules/reading.ts'
import { lastBefore } from './sorted.ts'
import type { Family, Language, Severity, Span } from './types.ts'
import { families, languages, severityRank } from './types.ts'

/** A rule that fired; offsets are in the original text. */
export interface Finding {
  rule: string
  family: string
  language: Language
  severity: Severity
  ambiguous: boolean
  span: Span
}

export interface Reading {
  tally: Tally
  findings: Finding[]
}

function toFinding(normalised: Normalised, match: Match): Finding {
  const { rule } = match
  return {
    rule: rule.id,
    family: rule.family,
    language: rule.language,
    severity: rule.severity,
    ambiguous: rule.ambiguous,
    span: { start: normalised.starts[match.start] ?? 0, end: normalised.ends[match.end - 1] ?? 0 },
  }
}

function readOnce(matcher: Matcher, normalised: Normalised): Finding[] {
  const units = new RulesReading(normalised)
  const matches = matcher.find(units)
  if (matches.length === 0) return []
  const reading = { normalised, sites: new Sites(units) }
  let known: boolean | undefined
  const overridden = (): boolean => {
    known ??= languages.some((language) => overrides(reading, language))
    return known
  }
  return matches
    .filter((match) => counts(reading, match, overridden))
    .map((match) => toFinding(normalised, match))
}

/** All that counts in a text. Disguised writing is read undone, and as it stands when that finds no crisis. */
export function read(matcher: Matcher, text: string): Reading {
  const folded = fold(text)
  const normalised = normalise(folded, true)
  const { altered } = normalised
  const tally = tallyLanguages(normalised)
  const findings = readOnce(matcher, normalised)
  const decided = findings.some((finding) => isFamily(finding.family) && !finding.ambiguous)
  if (altered && !decided) findings.push(...readOnce(matcher, normalise(folded, false)))
  return { tally, findings }
}

const urgency: readonly Family[] = [
  'overdose',
  'bystander',
  'suicide',
  'minor_at_risk',
  'abuse',
  'harm_to_others',
  'self_harm',
  'eating_disorder',
]

export function isFamily(name: string): name is Family {
  return (families as readonly string[]).includes(name)
}

/** Leaves out what a finding about another person already covers. */
export function withoutCovered(findings: readonly Finding[]): Finding[] {
  const isCovered = coveredBy(findings.filter((finding) => finding.family === 'bystander'))
  const hasMinor = findings.some((finding) => finding.family === 'minor_at_risk')
  return findings.filter((finding) => {
    if (finding.family === 'bystander' || finding.family === 'minor_at_risk') return true
    return !isCovered(finding.span) && !(hasMinor && finding.family === 'abuse')
  })
}

/** Tells whether a span lies within one of some findings. */
function coveredBy(findings: readonly Finding[]): (span: Span) => boolean {
  const spans = findings.map(({ span }) => span).toSorted((a, b) => a.start - b.start)
  const starts = spans.map(({ start }) => start)
  let furthest = 0
  const ends = spans.map(({ end }) => (furthest = Math.max(furthest, end)))
  return ({ start, end }) => {
    const last = lastBefore(starts, start)
    return last >= 0 && (ends[last] ?? 0) >= end
  }
}

/** The finding that decides what is shown: an overdose first, then the highest severity. */
export function leading(findings: readonly Finding[]): Finding | undefined {
  const order = (finding: Finding): number =>
    (finding.family === 'overdose' ? 1000 : 0) +
    severityRank(finding.severity) * 20 -
    (finding.ambiguous ? 10 : 0) -
    urgency.indexOf(finding.family as Family)
  let best: Finding | undefined
  let highest = Number.NEGATIVE_INFINITY
  for (const finding of findings) {
    const its = order(finding)
    if (its <= highest) continue
    best = finding
    highest = its
  }
  return best
}

/** Sorted spans without overlaps. */
export function mergeSpans(spans: readonly Span[]): Span[] {
  const merged: Span[] = []
  for (const span of [...spans].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = merged.at(-1)
    if (last !== undefined && span.start <= last.end) last.end = Math.max(last.end, span.end)
    else merged.push({ ...span })
  }
  return merged
}

import { isFamily, leading, mergeSpans, read, withoutCovered } from './detect.ts'
import type { Finding } from './detect.ts'
import { isUnread } from './language/script.ts'
import { detectLanguage } from './language/detect.ts'
import { writtenMatcher } from './rules/index.ts'
import { templateFor } from './templates/index.ts'
import type { PrecheckOptions, PrecheckResult, Severity } from './types.ts'
import { raisedByMoment } from './moment.ts'
import { lastBefore } from './sorted.ts'
import { severityRank } from './types.ts'

const bridgeBefore = 400
const bridgeAfter = 400

/** Findings that only exist when the end of the last message is read together with the start of this one. */
function readBridge(text: string, previous: string): Finding[] {
  const before = previous.slice(-bridgeBefore).replace(/[\s.…,;:-]+$/u, '')
  if (before === '') return []
  const shift = before.length + 1
  const { findings } = read(
    writtenMatcher,
    `${before} ${text.slice(0, bridgeAfter).replace(/^[\s.…,;:-]+/u, blank)}`,
  )
  return findings.map((finding) => ({
    ...finding,
    span: { start: finding.span.start - shift, end: finding.span.end - shift },
  }))
}

function blank(found: string): string {
  return ' '.repeat(found.length)
}

function clip(finding: Finding): Finding {
  return { ...finding, span: { start: Math.max(0, finding.span.start), end: finding.span.end } }
}

/** Weak signs that together name a plan: means with a moment or a farewell. */
function combineSigns(findings: readonly Finding[]): Finding[] {
  const near = 1200
  const means = findings.filter((finding) => finding.family === 'means')
  const others = findings.filter((finding) => finding.family === 'moment' || finding.family === 'farewell')
  const starts = others.map(({ span }) => span.start).toSorted((a, b) => a - b)
  for (const one of means) {
    const nearest = starts[lastBefore(starts, one.span.start + near)] ?? Number.NEGATIVE_INFINITY
    if (nearest < one.span.start - near) continue
    for (const other of others) {
      const apart = Math.abs(one.span.start - other.span.start)
      if (apart > near || Math.max(one.span.end, other.span.end) <= 0) continue
      const parts = [one, other].filter((part) => part.span.end > 0).map((part) => clip(part))
      return parts.map((part) => ({
        ...part,
        rule: `${one.language}.suicide.means_and_${other.family}`,
        family: 'suicide',
        severity: 'plan',
      }))
    }
  }
  return []
}

function ladder(
  severity: Severity,
  text: string,
  direct: readonly Finding[],
  all: readonly Finding[],
): Severity {
  const suicide = direct.filter((finding) => finding.family === 'suicide').map((finding) => finding.span)
  return raisedByMoment(raised(severity, all), text, suicide)
}

/** A moment or means named beside a direct statement moves it up the ladder. */
function raised(severity: Severity, findings: readonly Finding[]): Severity {
  const has = (family: string): boolean => findings.some((finding) => finding.family === family)
  if (has('means') && has('moment')) return 'plan'
  if (has('moment') && severityRank(severity) < severityRank('intent')) return 'intent'
  if (has('means') && severityRank(severity) < severityRank('method')) return 'method'
  return severity
}

/**
 * Looks for signs of a crisis in what a person wrote. Pure, offline and fast; never throws.
 *
 * `verdict` is `clear`, `crisis`, or `ambiguous` (a model may confirm; otherwise treat it as `crisis`).
 * `spans` are UTF-16 offsets into `text`.
 */
export function precheck(text: string, options: PrecheckOptions = {}): PrecheckResult {
  const reading = read(writtenMatcher, text)
  const bridged = options.previous === undefined ? [] : readBridge(text, options.previous)
  const all = [
    ...reading.findings,
    ...bridged.filter((finding) => finding.span.end > 0).map((finding) => clip(finding)),
  ]
  const combined = combineSigns([...reading.findings, ...bridged])
  const direct = withoutCovered([...all.filter((finding) => isFamily(finding.family)), ...combined])
  const lead = leading(direct)
  const language = detectLanguage(reading.tally, lead?.language ?? 'en')
  if (lead === undefined || !isFamily(lead.family))
    return {
      verdict: 'clear',
      severity: 'none',
      family: null,
      rule: null,
      language,
      template: null,
      spans: [],
      unread: isUnread(text),
    }
  const severity = lead.family === 'suicide' ? ladder(lead.severity, text, direct, all) : lead.severity
  return {
    verdict: direct.every((finding) => finding.ambiguous) ? 'ambiguous' : 'crisis',
    severity,
    family: lead.family,
    rule: lead.rule,
    language,
    template: templateFor(lead.family, severity).id,
    spans: mergeSpans(direct.map((finding) => finding.span)),
    unread: false,
  }
}

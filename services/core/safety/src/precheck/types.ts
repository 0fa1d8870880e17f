/** Shapes of the safety precheck. Nothing here touches the network, a clock or storage. */

export const languages = ['en', 'es', 'fr', 'de', 'pt', 'it', 'zh'] as const
export type Language = (typeof languages)[number]

export const families = [
  'suicide',
  'self_harm',
  'abuse',
  'harm_to_others',
  'overdose',
  'eating_disorder',
  'minor_at_risk',
  'bystander',
] as const
export type Family = (typeof families)[number]

/**
 * The ladder, lowest first, in the manner of the C-SSRS. For `suicide` it reads literally.
 * Elsewhere it is the same ladder of nearness:
 * `wish` a wish or dread; `thoughts` thoughts, urges or a continuing situation; `method` means or a harmful
 * behaviour is named; `intent` it is meant or medically dangerous; `plan` planned, happening or just done.
 */
export const severities = ['none', 'wish', 'thoughts', 'method', 'intent', 'plan'] as const
export type Severity = (typeof severities)[number]

/** `ambiguous`: a confirmation may lower it to clear; without one the caller treats it as `crisis`. */
export type Verdict = 'clear' | 'ambiguous' | 'crisis'

/** Half-open range of UTF-16 offsets into the text that was given. */
export interface Span {
  start: number
  end: number
}

export interface PrecheckResult {
  verdict: Verdict
  severity: Severity
  family: Family | null
  /** Stable id of the rule that decided, for example `en.suicide.want_to_die`. */
  rule: string | null
  language: Language
  /** Id of the template to show, for example `suicide.gentle.v1`. */
  template: string | null
  spans: Span[]
  /** Clear only because the rules do not read the script it is written in. */
  unread: boolean
}

export interface PrecheckOptions {
  /** The tail of what the person wrote just before in the same session; never reported on by itself. */
  previous?: string
}

const ranks = Object.fromEntries(severities.map((severity, rank) => [severity, rank])) as Record<
  Severity,
  number
>

export function severityRank(severity: Severity): number {
  return ranks[severity]
}

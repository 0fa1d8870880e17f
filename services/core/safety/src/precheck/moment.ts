import { severityRank } from './types.ts'
import type { Severity, Span } from './types.ts'

/** Times that a sentence of this kind names when it is meant: soon, and one time only. "Today" and "now" say too little. */
const soon =
  /\b(?:tonight|tomorrow|this weekend|heute (?:nacht|abend)|morgen (?:früh|nacht|abend)|am wochenende|esta (?:noche|noite)|mañana|ce soir|cette nuit|demain|amanhã|stasera|stanotte|domani)\b|今晚|今夜|明天|明晚/iu

/** How far behind a statement its time may stand, in UTF-16 units. */
const reach = 24

/** A direct statement that names its time is an intent, whatever its words alone say. */
export function raisedByMoment(severity: Severity, text: string, spans: readonly Span[]): Severity {
  if (severityRank(severity) >= severityRank('intent')) return severity
  // Once over the text, so that a thousand statements without a time cost no more than one.
  if (!soon.test(text)) return severity
  return spans.some(({ start, end }) => soon.test(text.slice(start, end + reach))) ? 'intent' : severity
}

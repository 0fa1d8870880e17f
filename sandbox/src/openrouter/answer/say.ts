import type { Place, Schema } from './place.ts'
import { typeIn } from './type-names.ts'

/** Picks from an enum by what the property is called. */
export function chooseFrom(options: readonly unknown[], { finding, lens, name, risk }: Place): unknown {
  const oneOf = (...wanted: readonly string[]): unknown => wanted.find((value) => options.includes(value))
  const byFinding = finding === undefined ? undefined : typeIn(options, finding.type)
  const byLens = lens === undefined ? undefined : oneOf(lens)
  const calm = oneOf('none', 'no', 'false', 'safe', 'ok', 'low', 'negative', 'neutral')
  const alarmed = oneOf('thoughts', 'yes', 'true', 'crisis', 'unsafe', 'high', 'ideation', 'positive')
  const byRisk = risk && riskNames.test(name) ? (alarmed ?? options[1]) : calm
  return byFinding ?? byLens ?? byRisk ?? options[0]
}

const riskNames = /crisis|risk|severity|harm|danger|suicid|confirm|answer|verdict|safe|result|level|status/i

export function sayBoolean({ name, risk, views }: Place): boolean {
  if (/(?:^|_)safe(?:$|_)/i.test(name)) return !risk
  if (/distort|has_fragments/i.test(name)) return views.findings.length > 0
  return risk && riskNames.test(name)
}

export function sayNumber(schema: Schema, place: Place): number {
  const wanted = wantedNumber(place)
  const step = schema.multipleOf ?? (schema.type === 'integer' ? 1 : 0)
  const low =
    schema.minimum ??
    (schema.exclusiveMinimum === undefined ? undefined : schema.exclusiveMinimum + (step || 0.01))
  const high =
    schema.maximum ??
    (schema.exclusiveMaximum === undefined ? undefined : schema.exclusiveMaximum - (step || 0.01))
  const bounded = Math.min(Math.max(wanted, low ?? wanted), high ?? Number.POSITIVE_INFINITY)
  if (step === 0) return bounded
  const rounded = Math.round(bounded / step) * step
  if (low !== undefined && rounded < low) return Math.ceil(low / step) * step
  return high !== undefined && rounded > high ? Math.floor(high / step) * step : rounded
}

function wantedNumber({ finding, name, risk, views, text }: Place): number {
  if (/start|from|begin/.test(name)) return finding?.start ?? 0
  if (/(?:^|_)(?:end|to)(?:$|_)/.test(name)) return finding?.end ?? text.length
  if (/minute|duration/.test(name)) return views.action.minutes
  if (/confidence|score|probability|certainty/.test(name)) return finding?.confidence ?? (risk ? 0.9 : 0.6)
  if (/intensity|severity/.test(name)) return finding === undefined ? 0 : 0.6
  return 1
}

export function sayString(
  { minLength = 0, maxLength = Number.POSITIVE_INFINITY }: Schema,
  place: Place,
): string {
  const text = fit(wantedString(place), maxLength)
  return text.length >= minLength ? text : text.padEnd(minLength, '.')
}

function fit(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text
  const cut = text.slice(0, Math.max(0, maxLength - 1))
  return maxLength === 0 ? '' : `${cut.replace(/[\uD800-\uDBFF]$/, '')}…`
}

function wantedString(place: Place): string {
  const { finding, lens, name, parent = '', text, views } = place
  if (finding !== undefined) {
    if (/^(?:type|kind|category|distortion(?:_type)?|label|pattern)$/.test(name)) return finding.type
    return /quote|text|span|excerpt|fragment|phrase|substring/.test(name) ? finding.quote : finding.reason
  }
  if (lens !== undefined) return name === 'lens' ? lens : views.lens(lens)
  const known =
    byName.find(([pattern]) => pattern.test(name)) ?? byName.find(([pattern]) => pattern.test(parent))
  if (known !== undefined) return known[1](place)
  return /quote|excerpt|text|content/.test(name) ? firstSentence(text) : views.reflection
}

const byName: readonly (readonly [RegExp, (place: Place) => string])[] = [
  [/evidence/, ({ views }) => views.lens('evidence')],
  [/distance/, ({ views }) => views.lens('distance')],
  [/kind|compassion/, ({ views }) => views.lens('kindness')],
  [/action|next_step|task|suggestion|tip/, ({ views }) => views.action.text],
  [/affirmation/, ({ views }) => views.affirmation],
  [/focus/, ({ views }) => views.action.text],
  [/reflection|narrative|insight/, ({ views }) => views.reflection],
  [/reframe|view|perspective/, ({ views }) => views.lens('evidence')],
  [/title|headline|name/, ({ text }) => fit(firstSentence(text), 60)],
  [/summary|digest|body|description/, ({ text }) => fit(firstSentence(text), 240)],
  [
    /reason|why|rationale|explanation/,
    ({ risk }) => (risk ? 'The words speak of wanting to die.' : 'Nothing in the words calls for more.'),
  ],
  [/lang(?:uage)?|locale/, () => 'en'],
]

function firstSentence(text: string): string {
  return /^[^.!?\n]*[.!?]?/.exec(text.trim())?.[0].trim() || 'A quiet line.'
}

import type { Language } from '../lexicon/language.ts'
import type { FragmentType, ThoughtType } from '../taxonomy.ts'
import type { MicroAction } from './actions.ts'
import type { Topic } from './topic.ts'
import type { Lens, Views } from './views/views.ts'
import { detectFragments } from '../detect.ts'
import { choose, stableHash } from '../stable-choice.ts'
import { isFragmentType } from '../taxonomy.ts'
import { ACTIONS_BY_AREA, ACTIONS_BY_TYPE } from './actions.ts'
import { OTHER_LANGUAGES } from './other-languages.ts'
import { findTopic } from './topic.ts'
import { isHarsh } from './harsh.ts'
import { allOrNothing } from './views/all-or-nothing.ts'
import { blaming } from './views/blaming.ts'
import { catastrophizing } from './views/catastrophizing.ts'
import { comparing } from './views/comparing.ts'
import { disqualifyingPositive } from './views/disqualifying-positive.ts'
import { emotionalReasoning } from './views/emotional-reasoning.ts'
import { fortuneTelling } from './views/fortune-telling.ts'
import { general } from './views/general.ts'
import { labeling } from './views/labeling.ts'
import { mentalFilter } from './views/mental-filter.ts'
import { mindReading } from './views/mind-reading.ts'
import { overgeneralization } from './views/overgeneralization.ts'
import { personalization } from './views/personalization.ts'
import { shouldStatements } from './views/should-statements.ts'
import { LENSES } from './views/views.ts'

export interface ReframeInput {
  readonly thought: string
  /** The pattern when it is known; otherwise it is looked for. */
  readonly type?: ThoughtType
  /** The language of the answer; otherwise that of the thought. */
  readonly language?: Language
}
export interface Reframing {
  /** Always three: evidence, distance, kindness. */
  readonly reframes: readonly { readonly lens: Lens; readonly text: string }[]
  readonly micro_action: MicroAction
}

export const VIEWS: Readonly<Record<FragmentType, Views>> = {
  all_or_nothing: allOrNothing,
  overgeneralization,
  mental_filter: mentalFilter,
  disqualifying_positive: disqualifyingPositive,
  mind_reading: mindReading,
  fortune_telling: fortuneTelling,
  catastrophizing,
  emotional_reasoning: emotionalReasoning,
  should_statements: shouldStatements,
  labeling,
  personalization,
  blaming,
  comparing,
}

/** What stands in for the detail when the thought names none. */
const UNNAMED: Readonly<Record<FragmentType, string>> = {
  all_or_nothing: 'this',
  overgeneralization: 'this',
  mental_filter: 'that moment',
  disqualifying_positive: 'what went well',
  mind_reading: 'that moment',
  fortune_telling: 'what is coming',
  catastrophizing: 'this',
  emotional_reasoning: 'the situation',
  should_statements: 'this',
  labeling: 'what happened',
  personalization: 'what happened',
  blaming: 'what happened',
  comparing: 'your own road',
}
const LEADS = [
  'You wrote {quote}.',
  '{quote}, the thought says.',
  'The thought says {quote}.',
  'In your words: {quote}.',
] as const

function fill(template: string, names: { it: string; who: string; lean: string }): string {
  const text = template
    .replaceAll('{it}', () => names.it)
    .replaceAll('{It}', () => names.it.charAt(0).toUpperCase() + names.it.slice(1))
    .replaceAll('{who}', () => names.who)
    .replaceAll('{lean}', () => names.lean)
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** A person or a plural, put so that it fits where a single thing is spoken of. */
function detailOf(topic: Topic): string | undefined {
  if (topic.it === undefined) return undefined
  const many = /[^s]s(?: tomorrow| tonight| today| next week| on [a-z]+day)?$/u.test(topic.it)
  return topic.area === 'people' || many ? `the thing with ${topic.it}` : topic.it
}

/** Templates that the thought can fill. */
function fitting<T>(options: readonly T[], topic: Topic, textOf: (option: T) => string): readonly T[] {
  const fit = options.filter((option) => {
    const text = textOf(option)
    return (
      (!text.includes('{lean}') || topic.lean !== undefined) &&
      (!text.includes('{who}') || topic.who !== undefined)
    )
  })
  return fit.length > 0 ? fit : options
}

/** One view, from a place fixed by the thought; where asked, one that names the thought's detail. */
function pick(options: readonly string[], key: string, concrete: boolean): string {
  const from = stableHash(key) % options.length
  const turned = [...options.slice(from), ...options.slice(0, from)]
  const [first = ''] = turned
  return concrete ? (turned.find((option) => /\{(?:it|It)\}/u.test(option)) ?? first) : first
}

function reframeEnglish(thought: string, type: ThoughtType): Reframing {
  const topic = findTopic(thought)
  const own = isFragmentType(type)
  const views = own ? VIEWS[type] : general
  const key = thought.trim().toLowerCase()
  const names = {
    it: detailOf(topic) ?? (own ? UNNAMED[type] : 'this'),
    who: topic.who ?? 'the other person',
    lean: topic.lean ?? 'one strong word',
  }
  const lead =
    topic.it === undefined && topic.quote !== undefined
      ? `${choose<string>(LEADS, key).replace('{quote}', () => topic.quote ?? '')} `
      : ''
  const reframes = LENSES.map((lens) => {
    const options = fitting(views[lens], topic, (option) => option)
    const view = fill(pick(options, `${key}|${lens}`, lens === 'evidence' || topic.it !== undefined), names)
    return { lens, text: lens === 'evidence' ? `${lead}${view}` : view }
  })
  const actions = [...ACTIONS_BY_AREA[topic.area], ...(own ? ACTIONS_BY_TYPE[type] : [])]
  const action = choose(
    fitting(actions, topic, (option) => option.text),
    `${key}|action`,
  )
  return { reframes, micro_action: { text: fill(action.text, names), minutes: action.minutes } }
}

function quoted(thought: string, language: Exclude<Language, 'en'>): string {
  const { quote, moment } = OTHER_LANGUAGES[language]
  const clause = thought.split(/[.,;:!?\n«»“”„"]/u).find((part) => part.trim().length > 3) ?? ''
  const words = clause.trim().split(/\s+/u).slice(0, 8)
  const safe = words.length > 1 && !isHarsh(words.join(' '), language)
  return safe ? `${quote[0]}${words.join(' ')}${quote[1]}` : moment
}

function reframePlain(thought: string, language: Exclude<Language, 'en'>): Reframing {
  const { views, actions } = OTHER_LANGUAGES[language]
  const it = quoted(thought, language)
  const names = { it, who: it, lean: it }
  const key = thought.trim().toLowerCase()
  const action = choose(actions, `${key}|action`)
  return {
    reframes: LENSES.map((lens) => ({ lens, text: fill(choose(views[lens], `${key}|${lens}`), names) })),
    micro_action: { text: fill(action.text, names), minutes: action.minutes },
  }
}

/**
 * Three other views of one thought and one small action. Deterministic: the same thought always gets
 * the same answer. Never throws; an empty thought gets a general answer.
 */
export function reframe(input: ReframeInput): Reframing {
  const detection = detectFragments(input.thought)
  const language = input.language ?? detection.language
  if (language !== 'en') return reframePlain(input.thought, language)
  const [strongest] = detection.fragments.toSorted((a, b) => b.confidence - a.confidence)
  return reframeEnglish(input.thought, input.type ?? strongest?.type ?? 'negative_feeling')
}

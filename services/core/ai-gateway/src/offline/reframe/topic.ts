import type { TopicArea } from '../lexicon/topics.ts'
import { WORDS } from '../lexicon/en.ts'
import { ADJECTIVES, NEEDS_ARTICLE, NOT_NAMES, TOO_GENERAL, TOPICS } from '../lexicon/topics.ts'

/** What a thought is about, in words that can be handed back to the person. */
export interface Topic {
  readonly area: TopicArea | 'open'
  /** A noun phrase: "the interview tomorrow", "your sister", "Leo"; absent when the thought has none. */
  readonly it?: string
  /** The person or people in the thought, where named. */
  readonly who?: string
  /** The word the thought leans on, in quotation marks. */
  readonly lean?: string
  /** A short quotation without anything harsh in it. */
  readonly quote?: string
}

const ARTICLES: Readonly<Record<string, string>> = {
  my: 'your ',
  our: 'your ',
  your: 'your ',
  the: 'the ',
  this: 'this ',
  that: 'that ',
  his: 'his ',
  her: 'her ',
  their: 'their ',
  a: 'the ',
  an: 'the ',
}
const AREAS = Object.keys(TOPICS) as TopicArea[]
const NOUNS = new Map(
  AREAS.map((area) => [
    area,
    new RegExp(
      `(?:\\b(${Object.keys(ARTICLES).join('|')}) (?:(?:new|old|whole|entire|next|last|first|big|little|best|job|driving|final) )?)?\\b(${TOPICS[area]})\\b(?!['’])( tomorrow| tonight| today| next week| on (?:mon|tues|wednes|thurs|fri|satur|sun)day)?`,
      'giu',
    ),
  ]),
)
const LEANS =
  /\b(always|never|everyone|everybody|nobody|no one|nothing|everything|should|shouldn't|must|ought to|have to|supposed to|either|forever|only|perfect|every time)\b/iu
const NAME =
  /(?<=[\p{Ll},;] )(\p{Lu}\p{Ll}{2,})\b|^(\p{Lu}\p{Ll}{2,})(?= (?:is|was|has|had|said|says|answered|didn|doesn|hasn|thinks|looked|left|wants|hates|must|will|gets|makes|made))/gu
const NOT_A_START =
  /^(?:Everyone|Everybody|Nobody|People|She|They|This|That|There|What|Everything|Nothing|Mum|Mom|Dad|The|One|Work|Life|Today|Society|Someone)$/u
const HARSH = new RegExp(`\\b(?:${WORDS.fool}|${WORDS.low}|${WORDS.bad}|hate|fucking|shit)\\w*`, 'iu')
const PERSON_SUBJECT = /\b(everyone|everybody|people|they|nobody|no one|others|them)\b|\b(he|she|him|her)\b/iu

function findName(thought: string): string | undefined {
  for (const match of thought.matchAll(NAME)) {
    const name = match[1] ?? match[2]
    if (name !== undefined && !NOT_NAMES.has(name) && !NOT_A_START.test(name)) return name
  }
  return undefined
}

interface Noun {
  readonly area: TopicArea
  readonly phrase: string
  readonly index: number
  readonly rank: number
}

const KIN = /^(?:mum|mom|dad|mother|father|grandma|grandpa|grandad)$/u
const DESCRIBED =
  /\b(?:a|an|good|bad|real|terrible|better|worse|perfect|proper|horrible|awful|worst|useless|other|single|new|normal|dream) $/iu

function readNoun(area: TopicArea, match: RegExpMatchArray): Noun | undefined {
  const article = match[1]?.toLowerCase()
  const noun = (match[2] ?? '').toLowerCase()
  if (article === undefined && NEEDS_ARTICLE.test(noun)) return undefined
  if (area === 'people' && (article === 'a' || article === 'an')) return undefined
  const before = match.input?.slice(0, match.index) ?? ''
  if (area === 'people' && article === undefined && (!KIN.test(noun) || DESCRIBED.test(before)))
    return undefined
  const bare = /^(?:exam|test|interview|meeting|project|report|party|presentation|scan|deadline|job)$/u
  const lead =
    article === undefined ? (area === 'people' ? 'your ' : bare.test(noun) ? 'the ' : '') : ARTICLES[article]
  const foreign = article === 'his' || article === 'her' || article === 'their'
  const rank = (area === 'people' ? 2 : 0) + (foreign ? 1 : 0)
  return {
    area,
    phrase: `${lead ?? ''}${noun}${match[3]?.toLowerCase() ?? ''}`,
    index: match.index ?? 0,
    rank,
  }
}

function knownNouns(thought: string): Noun[] {
  return AREAS.flatMap((area) =>
    [...thought.matchAll(NOUNS.get(area) ?? /$^/gu)].map((match) => readNoun(area, match)),
  )
    .filter((noun) => noun !== undefined)
    .toSorted((a, b) => a.rank - b.rank || a.index - b.index)
}

/** "my double chin" → "your double chin": a noun outside the known areas. */
function anyNoun(thought: string): string | undefined {
  for (const match of thought.toLowerCase().matchAll(/\b(my|our|the) ([a-z-]{3,})(?: ([a-z-]{3,}))?/gu)) {
    const [, article = '', first = '', second] = match
    const noun = ADJECTIVES.has(first) ? second : first
    if (noun === undefined || TOO_GENERAL.has(noun) || HARSH.test(noun) || /(?:ing|ly|ed)$/u.test(noun))
      continue
    return `${ARTICLES[article] ?? 'the '}${ADJECTIVES.has(first) ? `${first} ${noun}` : noun}`
  }
  return undefined
}

/** The first clause in the person's own words, when it is short enough and holds nothing harsh. */
function quotation(thought: string): string | undefined {
  const plain = thought.replaceAll(/[“”"«»()[\]{}]/gu, ' ')
  const clause = plain.split(/[.,;:!?\n—–]/u).find((part) => part.trim().length > 6) ?? ''
  const words = clause.trim().split(/\s+/u)
  if (words.length < 2 || HARSH.test(clause)) return undefined
  const kept = words.slice(0, 9).join(' ').slice(0, 90)
  return `“${kept}${words.length > 9 ? '…' : ''}”`
}

function findWho(thought: string, nouns: readonly Noun[]): string | undefined {
  const named = findName(thought) ?? nouns.find((noun) => noun.area === 'people')?.phrase
  if (named !== undefined) return named
  const subject = PERSON_SUBJECT.exec(thought)
  if (subject === null) return undefined
  return subject[1] === undefined ? 'the other person' : 'the others'
}

/** Finds a concrete detail in an English thought. */
export function findTopic(thought: string): Topic {
  const nouns = knownNouns(thought)
  const [first] = nouns
  const name = findName(thought)
  const it = first?.phrase ?? name ?? anyNoun(thought)
  const who = findWho(thought, nouns)
  const lean = LEANS.exec(thought)?.[1]
  const quote = quotation(thought)
  return {
    area: first?.area ?? (name === undefined ? 'open' : 'people'),
    ...(it !== undefined && { it }),
    ...(who !== undefined && { who }),
    ...(lean !== undefined && { lean: `“${lean.toLowerCase()}”` }),
    ...(quote !== undefined && { quote }),
  }
}

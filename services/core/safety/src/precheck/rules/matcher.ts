import { packs } from '../language/index.ts'
import type { Family, Language, Severity } from '../types.ts'
import { mostAnchors } from './anchors.ts'
import { compileFinder } from './finder.ts'
import type { Finder } from './finder.ts'
import { lexicon, noLiteral } from './lexicon.ts'
import type { Literal } from './lexicon.ts'
import { linesOf } from './notation.ts'
import { compileBarrier, compilePattern } from './pattern.ts'
import { none } from './program.ts'
import type { Reading } from './reading.ts'
import type { Guard, RuleSet, Sign } from './rule.ts'
import { Shelves } from './shelves.ts'

export interface Rule {
  id: string
  language: Language
  family: Family | 'generated' | Sign
  severity: Severity
  idiom: Finder | null
  unless: Finder | null
  needs: Finder | null
  ignore: ReadonlySet<Guard>
  ambiguous: boolean
  alone: boolean
}

/** A place where a rule's pattern stands; offsets into the normalised text. */
export interface Match {
  rule: Rule
  start: number
  end: number
  sentence: { start: number; end: number }
}

/** What begins with a literal, and the slots of the sets of words that it belongs to, while rules are registered. */
interface Entry {
  patterns: number[]
  slots: number[]
}

interface Registry {
  rules: Rule[]
  entries: Map<number, Entry>
  /** A set of words that patterns need has one slot, whoever needs it. */
  slots: Map<string, number>
}

export interface Matcher {
  find(reading: Reading): Match[]
}

const most = 2000

function define(set: RuleSet, name: string): Rule {
  const spec = set.rules[name]
  if (spec === undefined) throw new TypeError(`no rule ${name}`)
  const { lists } = packs[set.language]
  const han = set.language === 'zh'
  return {
    id: `${set.language}.${set.family}.${name}`,
    language: set.language,
    family: set.family,
    severity: spec.severity ?? 'thoughts',
    idiom: compileFinder(spec.idiom ?? '', lists, han),
    unless: compileFinder(spec.unless ?? '', lists, han),
    needs: compileFinder(spec.needs ?? '', lists, han),
    ignore: new Set(spec.ignore ?? []),
    ambiguous: spec.ambiguous ?? false,
    alone: spec.alone ?? false,
  }
}

function entryOf({ entries }: Registry, literal: number): Entry {
  const entry = entries.get(literal) ?? { patterns: [], slots: [] }
  entries.set(literal, entry)
  return entry
}

const idsOf = (literals: readonly Literal[]): number[] => [
  ...new Set(literals.map((literal) => lexicon.idOf(literal))),
]

/** The slot of the word that is being looked at. */
const ownSlot = 0

function slotOf(literals: readonly Literal[], into: Registry): number {
  const ids = idsOf(literals)
  const key = ids.toSorted((a, b) => a - b).join(' ')
  const known = into.slots.get(key)
  if (known !== undefined) return known
  const slot = into.slots.size + 1
  into.slots.set(key, slot)
  for (const id of ids) entryOf(into, id).slots.push(slot)
  return slot
}

/** What is kept of a pattern, in this order; it needs as many slots as `mostAnchors` says. */
const part = { rule: 0, state: 1, reach: 2, needs: 3 } as const
const partsOfPattern = part.needs + mostAnchors

/** Puts the patterns of a rule under the literals that they begin with. */
function register(set: RuleSet, name: string, into: Registry): void {
  const rule = define(set, name)
  const place = into.rules.push(rule) - 1
  const han = set.language === 'zh'
  const { lists, denials } = packs[set.language]
  const barrier = rule.ignore.has('negation') ? none : compileBarrier(denials, lists, han)
  for (const line of new Set(linesOf(set.rules[name]?.match ?? ''))) {
    const { steps, anchors, reach } = compilePattern(line, lists, { han, barrier })
    const needs = anchors.map((literals) => slotOf(literals, into))
    while (needs.length < mostAnchors) needs.push(ownSlot)
    for (const { id, to } of steps) entryOf(into, id).patterns.push(place, to, reach, ...needs)
  }
}

/** What was registered, for reading: slots and patterns under their literals. */
interface Patterns {
  rules: readonly Rule[]
  slotCount: number
  slots: Shelves
  patterns: Shelves
}

function shelved(entries: ReadonlyMap<number, Entry>, of: keyof Entry): Shelves {
  return new Shelves(lexicon.size, (put) => {
    for (const [literal, entry] of entries) for (const value of entry[of]) put(literal, value)
  })
}

/** Compiles rule sets into a matcher; done once, when the module loads. */
export function createMatcher(sets: readonly RuleSet[]): Matcher {
  const registry: Registry = { rules: [], entries: new Map(), slots: new Map() }
  for (const set of sets) for (const name of Object.keys(set.rules)) register(set, name, registry)
  const { rules, entries, slots } = registry
  const patterns = {
    rules,
    slotCount: slots.size + 1,
    slots: shelved(entries, 'slots'),
    patterns: shelved(entries, 'patterns'),
  }
  return { find: (reading) => find(reading, patterns) }
}

interface Sentence {
  start: number
  end: number
  /** The words that begin in it: from the first, to behind the last. */
  from: number
  to: number
}

function sentenceAt({ normalised }: Reading, from: number): Sentence {
  const { text, words } = normalised
  const start = words[from] ?? 0
  const bar = text.indexOf('|', start)
  const end = bar < 0 ? text.length : bar - 1
  let to = from
  while (to < words.length && (words[to] ?? 0) < end) to += 1
  return { start, end, from, to }
}

/** A search through one text. */
class Search {
  readonly #reading: Reading
  readonly #patterns: Patterns
  /** The nearest word of each slot: the one that is looked at, or one behind it. */
  readonly #nearest: Int32Array

  constructor(reading: Reading, patterns: Patterns) {
    this.#reading = reading
    this.#patterns = patterns
    this.#nearest = new Int32Array(patterns.slotCount).fill(none)
  }

  /**
   * From the last word to the first, so that each pattern knows how far away the nearest words are that it needs: only
   * where all are within its reach is it tried. What an earlier sentence left in `nearest` lies behind.
   */
  inSentence(sentence: Sentence): Match[] {
    const { words } = this.#reading
    const found: Match[] = []
    for (let word = sentence.to - 1; word >= sentence.from; word -= 1) {
      const literal = words.literal(word)
      if (literal === noLiteral) continue
      this.#nearest[ownSlot] = word
      if (literal > noLiteral) {
        this.#note(literal, word)
        this.#try(literal, word, sentence, found)
        continue
      }
      for (const one of lexicon.several(literal)) this.#note(one, word)
      for (const one of lexicon.several(literal)) this.#try(one, word, sentence, found)
    }
    return found.sort((a, b) => a.start - b.start)
  }

  #note(literal: number, word: number): void {
    const { slots } = this.#patterns
    const end = slots.end(literal)
    for (let at = slots.start(literal); at < end; at += 1) this.#nearest[slots.values[at] ?? ownSlot] = word
  }

  /** Adds what begins with a literal at a word; of the patterns of a rule the first that fits counts. */
  #try(literal: number, word: number, sentence: Sentence, found: Match[]): void {
    const { patterns, rules } = this.#patterns
    const { values } = patterns
    const end = patterns.end(literal)
    let matched = none
    for (let pattern = patterns.start(literal); pattern < end; pattern += partsOfPattern) {
      const place = values[pattern + part.rule] ?? none
      if (!this.#isNear(pattern, word) || place === matched) continue
      const rule = rules[place]
      if (rule === undefined) continue
      const match = this.#endOf(values[pattern + part.state] ?? none, word, rule.language === 'zh')
      if (match === none) continue
      matched = place
      found.push({ rule, start: this.#reading.normalised.words[word] ?? 0, end: match, sentence })
    }
  }

  /** Whether the nearest words of all slots that a pattern needs are within its reach. */
  #isNear(pattern: number, word: number): boolean {
    const { values } = this.#patterns.patterns
    const nearest = this.#nearest
    const reach = values[pattern + part.reach] ?? 0
    for (let need = part.needs; need < partsOfPattern; need += 1) {
      const away = (nearest[values[pattern + need] ?? ownSlot] ?? none) - word
      if (away < 0 || away > reach) return false
    }
    return true
  }

  /** Where a pattern ends in the text that goes on from a state behind a word, or -1. */
  #endOf(state: number, word: number, han: boolean): number {
    const row = this.#reading.row(han)
    const end = row.endOf(state, this.#reading.unitBehind(han, word), row.length)
    return end === none ? none : this.#reading.endBefore(han, end)
  }
}

function find(reading: Reading, patterns: Patterns): Match[] {
  const { words } = reading.normalised
  const search = new Search(reading, patterns)
  const matches: Match[] = []
  let from = 0
  while (from < words.length && matches.length < most) {
    const sentence = sentenceAt(reading, from)
    for (const match of search.inSentence(sentence)) matches.push(match)
    from = Math.max(sentence.to, from + 1)
  }
  return matches
}

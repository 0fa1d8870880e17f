import { packs } from '../language/index.ts'
import type { Normalised } from '../normalise/index.ts'
import type { Family, Language, Severity } from '../types.ts'
import { mostAnchors } from './anchors.ts'
import { compileFinder } from './finder.ts'
import type { Finder } from './finder.ts'
import { lexicon, noLiteral } from './lexicon.ts'
import type { Literal } from './lexicon.ts'
import { linesOf } from './notation.ts'
import { compileBarrier, compilePattern } from './pattern.ts'
import { none, program } from './program.ts'
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
  whole: boolean
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
  /** Patterns that must fill their sentence, so that they are tried at its first word only. */
  wholes: number[]
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
    whole: spec.whole ?? false,
  }
}

function entryOf({ entries }: Registry, literal: number): Entry {
  const entry = entries.get(literal) ?? { patterns: [], wholes: [], slots: [] }
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

/** What is kept of a pattern: first `mostAnchors` slots, each with how far away its nearest word may be, then these. */
const afterNeeds = mostAnchors * 2
const part = { rule: afterNeeds, han: afterNeeds + 1, filter: afterNeeds + 2, state: afterNeeds + 3 } as const
const partsOfPattern = afterNeeds + 4

/** Puts the patterns of a rule under the literals that they begin with. */
function register(set: RuleSet, name: string, into: Registry): void {
  const rule = define(set, name)
  const place = into.rules.push(rule) - 1
  const han = set.language === 'zh'
  const { lists, denials } = packs[set.language]
  const kind = rule.whole ? 'wholes' : 'patterns'
  const barrier = rule.ignore.has('negation') ? none : compileBarrier(denials, lists, han)
  for (const line of new Set(linesOf(set.rules[name]?.match ?? ''))) {
    const { steps, anchors } = compilePattern(line, lists, { han, barrier })
    const needs = anchors.flatMap(({ literals, behind }) => [slotOf(literals, into), behind])
    while (needs.length < afterNeeds) needs.push(ownSlot, 0)
    for (const [id, ways] of Map.groupBy(steps, (step) => step.id)) {
      const to = program.anyOf(ways.map((way) => way.to))
      entryOf(into, id)[kind].push(...needs, place, Number(han), program.filterOf(to), to)
    }
  }
}

/** What was registered, for reading: slots and patterns under their literals. */
interface Patterns {
  rules: readonly Rule[]
  slotCount: number
  slots: Shelves
  patterns: Shelves
  wholes: Shelves
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
    wholes: shelved(entries, 'wholes'),
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

/** What stands between two sentences. */
const stop = ' | '

function sentencesOf({ words, sentences, length }: Normalised): Sentence[] {
  let from = 0
  return [...sentences, words.length].map((to) => {
    const end = to < words.length ? (words[to] ?? 0) - stop.length : length
    const sentence = { start: words[from] ?? 0, end, from, to }
    from = to
    return sentence
  })
}

/** Matches that were found from the last word to the first, from the first to the last; those of a word as they are. */
function inOrder(found: readonly Match[]): Match[] {
  const ordered: Match[] = []
  for (let end = found.length; end > 0;) {
    let from = end - 1
    while (from > 0 && found[from - 1]?.start === found[from]?.start) from -= 1
    for (let at = from; at < end; at += 1) {
      const match = found[at]
      if (match !== undefined) ordered.push(match)
    }
    end = from
  }
  return ordered
}

/** A search through one text. */
class Search {
  readonly #reading: Reading
  readonly #patterns: Patterns
  /** The nearest word of each slot: the one that is looked at, or one behind it. */
  readonly #nearest: Int32Array
  /** What was found in the sentence that is read. */
  #found: Match[] = []

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
    this.#found = []
    for (let word = sentence.to - 1; word >= sentence.from; word -= 1) {
      const literal = words.literal(word)
      if (literal === noLiteral) continue
      this.#nearest[ownSlot] = word
      if (literal > noLiteral) {
        this.#note(literal, word)
        this.#tryAll(literal, word, sentence)
        continue
      }
      for (const one of lexicon.several(literal)) this.#note(one, word)
      for (const one of lexicon.several(literal)) this.#tryAll(one, word, sentence)
    }
    return inOrder(this.#found)
  }

  #note(literal: number, word: number): void {
    const { values } = this.#patterns.slots
    const end = this.#patterns.slots.end(literal)
    for (let at = this.#patterns.slots.start(literal); at < end; at += 1)
      this.#nearest[values[at] ?? ownSlot] = word
  }

  #tryAll(literal: number, word: number, sentence: Sentence): void {
    const { patterns, wholes } = this.#patterns
    if (word === sentence.from) this.#try(wholes, literal, word, sentence)
    this.#try(patterns, literal, word, sentence)
  }

  /** Adds what begins with a literal at a word; of the patterns of a rule the first that fits counts. */
  #try(patterns: Shelves, literal: number, word: number, sentence: Sentence): void {
    const { rules } = this.#patterns
    const { values } = patterns
    const end = patterns.end(literal)
    let matched = none
    for (let pattern = patterns.start(literal); pattern < end; pattern += partsOfPattern) {
      if (!this.#isNear(values, pattern, word)) continue
      const place = values[pattern + part.rule] ?? none
      if (place === matched) continue
      const han = values[pattern + part.han] === 1
      const row = this.#reading.row(han)
      const behind = this.#reading.unitBehind(han, word)
      if (!row.admits(values[pattern + part.filter] ?? 0, behind)) continue
      const last = row.endOf(values[pattern + part.state] ?? none, behind, row.length)
      const rule = rules[place]
      if (last === none || rule === undefined) continue
      const ends = this.#reading.endBefore(han, last)
      if (rule.whole && ends < sentence.end) continue
      matched = place
      this.#found.push({ rule, start: this.#reading.normalised.words[word] ?? 0, end: ends, sentence })
    }
  }

  /** Whether the nearest words of all slots that a pattern needs are near enough. */
  #isNear(values: Int32Array, pattern: number, word: number): boolean {
    for (let need = pattern; need < pattern + afterNeeds; need += 2) {
      const away = (this.#nearest[values[need] ?? ownSlot] ?? none) - word
      if (away < 0 || away > (values[need + 1] ?? 0)) return false
    }
    return true
  }
}

function find(reading: Reading, patterns: Patterns): Match[] {
  const search = new Search(reading, patterns)
  const matches: Match[] = []
  for (const sentence of sentencesOf(reading.normalised)) {
    if (matches.length >= most) break
    for (const match of search.inSentence(sentence)) matches.push(match)
  }
  return matches
}

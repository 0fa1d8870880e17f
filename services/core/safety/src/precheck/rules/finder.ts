import { lastNear } from '../sorted.ts'
import { lexicon, noLiteral } from './lexicon.ts'
import { linesOf } from './notation.ts'
import type { Lists } from './notation.ts'
import { compileLines, compileMirrored } from './pattern.ts'
import { none, program } from './program.ts'
import type { Step } from './program.ts'
import type { Reading } from './reading.ts'
import { WordIndex } from './word-index.ts'

/** What tells where patterns may be tried in a text. */
interface Starts {
  readonly order: number
  /** The literals that they begin with, in the direction in which they are read. */
  readonly first: readonly number[]
}

/** Patterns of which any may stand. They are tried only where a word stands that one of them begins with. */
export interface Finder extends Starts {
  readonly han: boolean
  /** The state that takes one of them. */
  readonly state: number
  /** The most units that a match spans. */
  readonly reach: number
}

let count = 0

function numbered(steps: readonly Step[]): Starts {
  count += 1
  return { order: count - 1, first: [...new Set(steps.map(({ id }) => id))] }
}

/** Finds any of several lines as whole words; null when there are none. */
export function compileFinder(lines: string, lists: Lists, han: boolean): Finder | null {
  if (linesOf(lines).length === 0) return null
  const { steps, reach } = compileLines(lines, lists, han)
  return { ...numbered(steps), han, state: program.choice(steps, none), reach }
}

/** Patterns that are looked for right before a place, read backwards from there. */
export interface Opening extends Starts {
  readonly han: boolean
  readonly state: number
}

interface Tongue {
  readonly lists: Lists
  readonly han: boolean
}

/** Finds lines that end where the text in front of a match ends; `between` may stand behind them. */
export function compileOpening(lines: string, between: string, { lists, han }: Tongue): Opening | null {
  if (linesOf(lines).length === 0) return null
  const { steps, state } = compileMirrored(lines, between, lists, han)
  return { ...numbered(steps), han, state }
}

const unknown = -1
const empty = -2

interface Range {
  readonly start: number
  readonly end: number
}

/** The places of a finder: from one on, to behind the last. */
interface Places {
  readonly from: number
  readonly to: number
  /** The place that was sought last: matches are asked about in their order. */
  near: number
}

/** What finders find in one text; every place is looked at once, whatever is asked afterwards. */
export class Sites {
  readonly #reading: Reading
  readonly #index: WordIndex
  readonly #places: (Places | undefined)[] = []
  /** Whether the text holds any literal that an opening begins with. */
  readonly #occurs: (boolean | undefined)[] = []
  /** The words at which something may begin that a finder finds: one finder behind the other, in order. */
  readonly #words: number[] = []
  /** Where it ends: a unit; `unknown` until it is asked for; where nothing stands, -2 less a place behind it. */
  readonly #ends: number[] = []

  constructor(reading: Reading) {
    this.#reading = reading
    this.#index = new WordIndex(reading.words)
  }

  /** Whether one stands in the range, whole. */
  has(finder: Finder | null, from: number, to: number): boolean {
    if (finder === null) return false
    const places = this.#placesOf(finder)
    if (places.from === places.to) return false
    const limit = this.#reading.unitLimit(finder.han, to)
    const behind = this.#reading.wordFrom(to)
    let place = this.#lastPlace(places, this.#reading.wordFrom(from) - 1)
    while ((place = this.#occupied(place + 1)) < places.to && (this.#words[place] ?? behind) < behind)
      if (this.#endAt(finder, place, limit) !== none) return true
    return false
  }

  /** Whether one stands in the range, whole, and shares a character with `match`. */
  touches(finder: Finder | null, range: Range, match: Range): boolean {
    if (finder === null) return false
    const places = this.#placesOf(finder)
    if (places.from === places.to) return false
    const reading = this.#reading
    const limit = reading.unitLimit(finder.han, range.end)
    const behind = reading.wordFrom(Math.min(range.end, match.end))
    const from = Math.max(reading.wordFrom(range.start), reading.wordFrom(match.start) - finder.reach)
    let place = this.#lastPlace(places, from - 1)
    while ((place = this.#occupied(place + 1)) < places.to && (this.#words[place] ?? behind) < behind) {
      const end = this.#endAt(finder, place, limit)
      if (end !== none && reading.endBefore(finder.han, end) > match.start) return true
    }
    return false
  }

  /** Where the last one in the range begins (its word), or -1. */
  last(finder: Finder | null, from: number, to: number): number {
    if (finder === null) return none
    const places = this.#placesOf(finder)
    if (places.from === places.to) return none
    const first = this.#reading.wordFrom(from)
    const limit = this.#reading.unitLimit(finder.han, to)
    const behind = this.#reading.wordFrom(to)
    for (let place = this.#lastPlace(places, behind - 1); place >= places.from; place -= 1) {
      const word = this.#words[place] ?? 0
      if (word < first) return none
      if (this.#endAt(finder, place, limit) !== none) return word
    }
    return none
  }

  /** Whether one ends right before `to` and begins at `from` or later. */
  opens(opening: Opening | null, from: number, to: number): boolean {
    if (opening === null) return false
    const { order, first, han, state } = opening
    if (!(this.#occurs[order] ??= this.#index.hasAny(first))) return false
    const reading = this.#reading
    return reading.row(han).standsBefore(state, reading.unitFrom(han, to), reading.unitFrom(han, from))
  }

  /** Where what stands at a place ends, not behind the limit, or -1. */
  #endAt(finder: Finder, place: number, limit: number): number {
    const word = this.#words[place] ?? 0
    let end = this.#ends[place] ?? none
    if (end === unknown) {
      end = this.#endFrom(finder, word, this.#reading.row(finder.han).length)
      this.#ends[place] = end === none ? empty - (place + 1) : end
    }
    // What reaches too far may have a shorter form.
    return end > limit ? this.#endFrom(finder, word, limit) : Math.max(none, end)
  }

  /** Where what begins with a word ends, not behind the limit, or -1. */
  #endFrom({ han, state }: Finder, word: number, limit: number): number {
    const reading = this.#reading
    const behind = reading.unitBehind(han, word)
    const row = reading.row(han)
    const literal = reading.words.literal(word)
    if (literal > noLiteral) return row.endBehind(state, literal, behind, limit)
    for (const one of lexicon.several(literal)) {
      const end = row.endBehind(state, one, behind, limit)
      if (end !== none) return end
    }
    return none
  }

  /** The first place from one on that is not known to be empty; the way there is halved for the next one who asks. */
  #occupied(from: number): number {
    const ends = this.#ends
    let place = from
    for (let end = ends[place] ?? unknown; end <= empty; end = ends[place] ?? unknown) {
      const after = empty - end
      const beyond = ends[after] ?? unknown
      if (beyond <= empty) ends[place] = beyond
      place = after
    }
    return place
  }

  /** The last place of a word that is not behind a limit, or the one before the first. */
  #lastPlace(places: Places, limit: number): number {
    const place = lastNear(this.#words, limit, places, places.near)
    places.near = place + 1
    return place
  }

  #placesOf({ order, first }: Starts): Places {
    const known = this.#places[order]
    if (known !== undefined) return known
    const from = this.#words.length
    this.#index.addTo(this.#words, first)
    while (this.#ends.length < this.#words.length) this.#ends.push(unknown)
    const places = { from, to: this.#words.length, near: from }
    this.#places[order] = places
    return places
  }
}

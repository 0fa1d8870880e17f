import { lastBefore, merged } from '../sorted.ts'
import { lexicon, noLiteral } from './lexicon.ts'
import { linesOf } from './notation.ts'
import type { Lists } from './notation.ts'
import { anyOf, compileLines, compileMirrored } from './pattern.ts'
import { none, program } from './program.ts'
import type { Reading } from './reading.ts'
import { Shelves } from './shelves.ts'

/** Patterns of which any may stand. They are tried only where a word stands that one of them begins with. */
export interface Finder {
  readonly order: number
  readonly han: boolean
  /** The literals that its patterns begin with. */
  readonly first: readonly number[]
  /** The state that takes one of them. */
  readonly state: number
  /** The most units that a match spans. */
  readonly reach: number
}

let count = 0

/** Finds any of several lines as whole words; null when there are none. */
export function compileFinder(lines: string, lists: Lists, han: boolean): Finder | null {
  if (linesOf(lines).length === 0) return null
  const { steps, reach } = compileLines(lines, lists, han)
  const first = [...new Set(steps.map(({ id }) => id))]
  count += 1
  return { order: count - 1, han, first, state: program.choice(steps, none), reach }
}

/** Patterns that are looked for right before a place, read backwards from there. */
export interface Opening {
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
  return { han, state: compileMirrored(`${anyOf(lines)} ${between}`, lists, han) }
}

/** The words with which something may begin that a finder finds, in order. */
interface Places {
  readonly words: Int32Array
  /** The unit where it ends; `unknown` until it is asked for; where nothing stands, -2 less a place behind it. */
  readonly ends: Int32Array
}

const unknown = -1
const empty = -2

interface Range {
  readonly start: number
  readonly end: number
}

/** What finders find in one text; every place is looked at once, whatever is asked afterwards. */
export class Sites {
  readonly #reading: Reading
  readonly #words: Shelves
  readonly #places: (Places | undefined)[] = []

  constructor(reading: Reading) {
    this.#reading = reading
    this.#words = wordsByLiteral(reading)
  }

  /** Whether one stands in the range, whole. */
  has(finder: Finder | null, from: number, to: number): boolean {
    return this.touches(finder, { start: from, end: to }, { start: from, end: to })
  }

  /** Whether one stands in the range, whole, and shares a character with `match`. */
  touches(finder: Finder | null, range: Range, match: Range): boolean {
    if (finder === null) return false
    const places = this.#placesOf(finder)
    const { words } = places
    if (words.length === 0) return false
    const reading = this.#reading
    const limit = reading.unitLimit(finder.han, range.end)
    const behind = reading.wordFrom(Math.min(range.end, match.end))
    const from = Math.max(reading.wordFrom(range.start), reading.wordFrom(match.start) - finder.reach)
    let place = occupied(places, lastBefore(words, from - 1) + 1)
    while ((words[place] ?? behind) < behind) {
      const end = this.#endAt(finder, places, place, limit)
      if (end !== none && reading.endBefore(finder.han, end) > match.start) return true
      place = occupied(places, place + 1)
    }
    return false
  }

  /** Where the last one in the range begins (its word), or -1. */
  last(finder: Finder | null, from: number, to: number): number {
    if (finder === null) return none
    const places = this.#placesOf(finder)
    const { words } = places
    const first = this.#reading.wordFrom(from)
    const limit = this.#reading.unitLimit(finder.han, to)
    const behind = this.#reading.wordFrom(to)
    for (let place = lastBefore(words, behind - 1); place >= 0; place -= 1) {
      const word = words[place] ?? 0
      if (word < first) return none
      if (this.#endAt(finder, places, place, limit) !== none) return word
    }
    return none
  }

  /** Whether one ends right before `to` and begins at `from` or later. */
  opens(opening: Opening | null, from: number, to: number): boolean {
    if (opening === null) return false
    const { han, state } = opening
    const reading = this.#reading
    return reading.row(han).standsBefore(state, reading.unitFrom(han, to), reading.unitFrom(han, from))
  }

  /** Where what stands at a place ends, not behind the limit, or -1. */
  #endAt(finder: Finder, { words, ends }: Places, place: number, limit: number): number {
    const word = words[place] ?? 0
    let end = ends[place] ?? none
    if (end === unknown) {
      end = this.#endFrom(finder, word, this.#reading.row(finder.han).length)
      ends[place] = end === none ? empty - (place + 1) : end
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

  #placesOf(finder: Finder): Places {
    const known = this.#places[finder.order]
    if (known !== undefined) return known
    const lists = finder.first.map((literal) => this.#words.list(literal)).filter((list) => list.length > 0)
    const words = merged(lists)
    const places = { words, ends: new Int32Array(words.length).fill(unknown) }
    this.#places[finder.order] = places
    return places
  }
}

/** The first place from one on that is not known to be empty; the way there is halved for the next one who asks. */
function occupied({ ends }: Places, from: number): number {
  let place = from
  for (let end = ends[place] ?? unknown; end <= empty; end = ends[place] ?? unknown) {
    const after = empty - end
    const beyond = ends[after] ?? unknown
    if (beyond <= empty) ends[place] = beyond
    place = after
  }
  return place
}

/** The words of a text under the literals that they fit. */
function wordsByLiteral({ words }: Reading): Shelves {
  return new Shelves(lexicon.size, (put) => {
    for (let word = 0; word < words.length; word += 1) {
      const literal = words.literal(word)
      if (literal > noLiteral) put(literal, word)
      else if (literal < noLiteral) for (const one of lexicon.several(literal)) put(one, word)
    }
  })
}

import type { Normalised } from '../normalise/index.ts'
import { endOfNumber, endOfWord, isHan, lexicon } from './lexicon.ts'
import { mark, Row } from './row.ts'

const space = 32
const bar = 124

/** A text with the literals that its words fit, looked up once, whatever is asked afterwards. */
export class Reading {
  readonly normalised: Normalised
  readonly words: Row
  /** Where each word ends in the text. */
  readonly #ends: Int32Array
  #wordsBefore: Int32Array | undefined
  #characters: Row | undefined

  constructor(normalised: Normalised) {
    const { codes, words } = normalised
    this.normalised = normalised
    this.words = new Row(words.length, (at) => at + 1)
    this.#ends = new Int32Array(words.length)
    let behind = -1
    for (let word = 0; word < words.length; word += 1) {
      const at = words[word] ?? 0
      const isFollowing = at === behind + 1 && codes[behind] === space
      const marks = isFollowing ? mark.follows : 0
      const unit = codes[at] ?? 0
      if (isHan(unit)) {
        behind = at + 1
        this.words.set(word, lexicon.character(unit), marks)
      } else {
        behind = endOfWord(codes, at)
        if (behind > at) this.words.set(word, lexicon.lookUp(codes, at, behind), marks | mark.passable)
      }
      this.#ends[word] = behind
    }
  }

  /** What patterns of a script step through. */
  row(han: boolean): Row {
    if (!han) return this.words
    this.#characters ??= readCharacters(this.normalised)
    return this.#characters
  }

  /** The first unit that begins at a place of the text or behind it. */
  unitFrom(han: boolean, at: number): number {
    return han ? at : this.wordFrom(at)
  }

  /** The unit behind the last one that ends at a place of the text or before it. */
  unitLimit(han: boolean, at: number): number {
    if (han) return at
    const words = this.wordFrom(at)
    return words > 0 && (this.#ends[words - 1] ?? 0) > at ? words - 1 : words
  }

  /** The first word that begins at a place of the text or behind it. */
  wordFrom(at: number): number {
    this.#wordsBefore ??= countsBefore(this.normalised)
    return this.#wordsBefore[at] ?? 0
  }

  /** The unit behind a word. */
  unitBehind(han: boolean, word: number): number {
    return han ? (this.#ends[word] ?? 0) : word + 1
  }

  /** Where the unit before another ends in the text. */
  endBefore(han: boolean, unit: number): number {
    return han ? unit : (this.#ends[unit - 1] ?? 0)
  }
}

/** How many words begin before each place of a text. */
function countsBefore({ words, length }: Normalised): Int32Array {
  const counts = new Int32Array(length + 1)
  let at = 0
  for (let count = 0; count <= words.length; count += 1) {
    const word = words[count] ?? length
    for (; at <= word; at += 1) counts[at] = count
  }
  return counts
}

function readCharacters({ codes, length }: Normalised): Row {
  const row = new Row(length, (at, step) => endOfNumber(codes, at, step))
  for (let at = 0; at < length; at += 1) {
    const unit = codes[at] ?? 0
    row.set(at, lexicon.character(unit), unit === bar ? mark.follows : mark.follows | mark.passable)
  }
  return row
}

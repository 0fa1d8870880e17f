import { lexicon, noLiteral } from './lexicon.ts'
import { none } from './program.ts'
import type { Row } from './row.ts'

/** The words of a text under the literals that they fit, each list linked from its first word on. */
export class WordIndex {
  /** The first entry under each literal. */
  readonly #heads = new Int32Array(lexicon.size).fill(none)
  readonly #words: Int32Array
  readonly #next: Int32Array
  #count = 0
  /** One bit for each word, all of them 0 between two calls: what sorts words without comparing them. */
  readonly #bits: Int32Array

  constructor(row: Row) {
    const entries = entriesOf(row)
    this.#words = new Int32Array(entries)
    this.#next = new Int32Array(entries)
    this.#bits = new Int32Array((row.length >> 5) + 1)
    for (let word = row.length - 1; word >= 0; word -= 1) {
      const literal = row.literal(word)
      if (literal > noLiteral) this.#put(literal, word)
      else if (literal < noLiteral) for (const one of lexicon.several(literal)) this.#put(one, word)
    }
  }

  #put(literal: number, word: number): void {
    this.#words[this.#count] = word
    this.#next[this.#count] = this.#heads[literal] ?? none
    this.#heads[literal] = this.#count
    this.#count += 1
  }

  hasAny(literals: readonly number[]): boolean {
    return literals.some((literal) => this.#heads[literal] !== none)
  }

  /** Adds the words that fit any of some literals to a list, in order. */
  addTo(list: number[], literals: readonly number[]): void {
    let count = 0
    for (const literal of literals) {
      for (let entry = this.#heads[literal] ?? none; entry !== none; entry = this.#next[entry] ?? none) {
        const word = this.#words[entry] ?? 0
        this.#bits[word >> 5] = (this.#bits[word >> 5] ?? 0) | (1 << (word & 31))
        count += 1
      }
    }
    if (count > 0) this.#takeOut(list)
  }

  #takeOut(list: number[]): void {
    for (let place = 0; place < this.#bits.length; place += 1) {
      for (let bits = this.#bits[place] ?? 0; bits !== 0; bits &= bits - 1)
        list.push((place << 5) + 31 - Math.clz32(bits & -bits))
      this.#bits[place] = 0
    }
  }
}

function entriesOf(row: Row): number {
  let entries = 0
  for (let word = 0; word < row.length; word += 1) {
    const literal = row.literal(word)
    if (literal !== noLiteral) entries += literal > noLiteral ? 1 : lexicon.several(literal).length
  }
  return entries
}

import { anyNumber, lexicon, noLiteral } from './lexicon.ts'
import { accept, anyWord, none, part, program } from './program.ts'

/** What is known of a unit: it stands directly behind the one before it; a gap may step over it. */
export const mark = { follows: 1, passable: 2 } as const

/** A text as patterns take it, unit by unit: words or, where words are not told apart, characters. */
export class Row {
  readonly length: number
  /** The literal that each unit fits, or a negative number for several. */
  readonly #ids: Int32Array
  readonly #marks: Uint8Array
  /** Where a number ends that stands at a unit, read in a direction. */
  readonly #afterNumber: (at: number, step: 1 | -1) => number
  #step: 1 | -1 = 1
  #limit = 0

  constructor(length: number, afterNumber: (at: number, step: 1 | -1) => number) {
    this.length = length
    this.#ids = new Int32Array(length)
    this.#marks = new Uint8Array(length)
    this.#afterNumber = afterNumber
  }

  set(at: number, literal: number, marks: number): void {
    this.#ids[at] = literal
    this.#marks[at] = marks
  }

  /** The literal that a unit fits, or a negative number for several. */
  literal(at: number): number {
    return this.#ids[at] ?? noLiteral
  }

  /** Where a pattern ends that goes on from a state with a unit, not behind the limit, or -1. */
  endOf(state: number, at: number, limit: number): number {
    this.#step = 1
    this.#limit = limit
    const last = this.#run(state, at)
    return last === none ? none : last + 1
  }

  /** The same, for a pattern that takes a literal in a state and goes on with the unit. */
  endBehind(state: number, literal: number, at: number, limit: number): number {
    this.#step = 1
    this.#limit = limit
    const last = at > limit ? none : this.#takeLiteral(state, literal, at)
    return last === none ? none : last + 1
  }

  /** Whether a mirrored pattern stands right before a unit and not before the limit. */
  standsBefore(state: number, at: number, limit: number): boolean {
    this.#step = -1
    this.#limit = limit
    return this.#run(state, at - 1) !== none
  }

  /** The last unit of the first way through that leads to the end, or -1. */
  #run(from: number, at: number): number {
    const { code } = program
    const isOpen = this.#isOpen(at)
    for (let state = from; state !== none;) {
      if (state === accept) return at - this.#step
      if (isOpen) {
        const last = code[state] === anyWord ? this.#pass(state, at) : this.#take(state, at)
        if (last !== none) return last
      }
      state = code[state + part.otherwise] ?? none
    }
    return none
  }

  /** Whether a pattern may go on with a unit. */
  #isOpen(at: number): boolean {
    if (this.#step < 0) return at >= this.#limit && this.#has(at + 1, mark.follows)
    return at < this.#limit && this.#has(at, mark.follows)
  }

  #has(at: number, what: number): boolean {
    return ((this.#marks[at] ?? 0) & what) !== 0
  }

  #pass(state: number, at: number): number {
    const { code } = program
    if (!this.#has(at, mark.passable)) return none
    const barrier = code[state + part.barrier] ?? none
    if (barrier !== none && this.#run(barrier, at) !== none) return none
    return this.#run(code[state + part.target] ?? none, at + this.#step)
  }

  #take(state: number, at: number): number {
    const id = this.#ids[at] ?? noLiteral
    if (id === noLiteral) return none
    if (id > noLiteral) return this.#takeLiteral(state, id, this.#behind(id, at))
    for (const one of lexicon.several(id)) {
      const last = this.#takeLiteral(state, one, this.#behind(one, at))
      if (last !== none) return last
    }
    return none
  }

  /** The unit to go on with behind a literal. */
  #behind(literal: number, at: number): number {
    return literal === anyNumber ? this.#afterNumber(at, this.#step) : at + this.#step
  }

  /** Takes the steps of a state that take a literal, to go on with a unit. */
  #takeLiteral(state: number, literal: number, next: number): number {
    const { code } = program
    const end = state + part.steps + (code[state] ?? 0) * 2
    let low = state + part.steps
    let high = end
    while (low < high) {
      const middle = low + (((high - low) >> 2) << 1)
      if ((code[middle] ?? 0) < literal) low = middle + 2
      else high = middle
    }
    for (let step = low; step < end && code[step] === literal; step += 2) {
      const last = this.#run(code[step + 1] ?? none, next)
      if (last !== none) return last
    }
    return none
  }
}

import { anyNumber, lexicon, noLiteral } from './lexicon.ts'
import { accept, anyWord, either, everything, filterBit, none, part, program } from './program.ts'

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
    const target = at > limit ? none : targetOf(state, literal)
    const last = target === none ? none : this.#run(target, at)
    return last === none ? none : last + 1
  }

  /** Whether a mirrored pattern stands right before a unit and not before the limit. */
  standsBefore(state: number, at: number, limit: number): boolean {
    this.#step = -1
    this.#limit = limit
    return this.#run(state, at - 1) !== none
  }

  /** Whether a filter lets a unit through, read forwards; one that fits several literals always. */
  admits(filter: number, at: number): boolean {
    return filter === everything || passes(filter, this.#has(at, mark.follows) ? this.literal(at) : noLiteral)
  }

  /** The last unit of the first way through that leads to the end, or -1. */
  #run(from: number, first: number): number {
    const { code } = program
    let state = from
    let at = first
    while (state !== none) {
      if (state === accept) return at - this.#step
      const literal = this.#literalAt(at)
      const filter = code[state + part.filter] ?? 0
      if (filter !== everything && !passes(filter, literal)) return none
      const kind = code[state]
      const otherwise = code[state + part.otherwise] ?? none
      let last = none
      if (kind === anyWord) last = this.#skip(state, otherwise, at)
      else if (kind === either) last = this.#run(code[state + part.target] ?? none, at)
      else if (literal < noLiteral) last = this.#takeAny(state, literal, at)
      else if (literal > noLiteral) {
        const target = targetOf(state, literal)
        if (target !== none && otherwise === none) {
          // The last way on needs no way back.
          state = target
          at = this.#behind(literal, at)
          continue
        }
        if (target !== none) last = this.#run(target, this.#behind(literal, at))
      }
      if (last !== none) return last
      state = otherwise
    }
    return none
  }

  /** The literal of a unit with which a pattern may go on. */
  #literalAt(at: number): number {
    return this.#isOpen(at) ? (this.#ids[at] ?? noLiteral) : noLiteral
  }

  /** Steps over as many words as a gap may and comes back, up to the first word, as long as nothing goes on behind. */
  #skip(gap: number, behind: number, first: number): number {
    const { code } = program
    const most = code[gap + part.most] ?? 0
    const barrier = code[gap + part.barrier] ?? none
    const filter = program.filterOf(behind)
    let at = first
    for (let count = 0; count < most && this.#mayPass(at, barrier); count += 1) at += this.#step
    for (; at !== first; at -= this.#step) {
      if (filter !== everything && !passes(filter, this.#literalAt(at))) continue
      const last = this.#run(behind, at)
      if (last !== none) return last
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

  #mayPass(at: number, barrier: number): boolean {
    if (!this.#isOpen(at) || !this.#has(at, mark.passable)) return false
    if (barrier === none || !passes(program.filterOf(barrier), this.literal(at))) return true
    return this.#run(barrier, at) === none
  }

  /** The same as `#run`, by any of the literals that a unit fits. */
  #takeAny(state: number, literals: number, at: number): number {
    for (const literal of lexicon.several(literals)) {
      const target = targetOf(state, literal)
      const last = target === none ? none : this.#run(target, this.#behind(literal, at))
      if (last !== none) return last
    }
    return none
  }

  /** The unit to go on with behind a literal. */
  #behind(literal: number, at: number): number {
    return literal === anyNumber ? this.#afterNumber(at, this.#step) : at + this.#step
  }
}

/** Whether a filter lets a unit through; one that fits several literals always. */
function passes(filter: number, literal: number): boolean {
  return literal < noLiteral || (literal > noLiteral && (filter & filterBit(literal)) !== 0)
}

/** The state behind a literal that is taken in another, or -1. */
function targetOf(state: number, literal: number): number {
  const { code } = program
  let low = state + part.steps
  let high = low + (code[state + part.kind] ?? 0) * 2
  while (low < high) {
    const middle = low + (((high - low) >> 2) << 1)
    const found = code[middle] ?? noLiteral
    if (found === literal) return code[middle + 1] ?? none
    if (found < literal) low = middle + 2
    else high = middle
  }
  return none
}

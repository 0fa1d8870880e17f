/** A way on from a state: the literal that it takes and the state behind it. */
export interface Step {
  readonly id: number
  readonly to: number
}

/** The state in which a pattern has been read to its end. */
export const accept = 0
export const none = -1

/** What stands where behind the place of a state in the code. */
export const part = { kind: 0, otherwise: 1, filter: 2, steps: 3, target: 3, most: 3, barrier: 4 } as const
/** A state that steps over words, as many as it may, before it goes on. */
export const anyWord = -1
/** A state that goes on as another one, without a word. */
export const either = -2

/** One of 32 bits for each literal: where a filter lacks it, nothing goes on with the literal. */
export const filterBit = (literal: number): number => 1 << (literal & 31)
/** The filter of what goes on whatever comes. */
export const everything = -1

/**
 * All patterns as one automaton in one row of numbers: small enough for a processor's cache, where a thousand compiled
 * expressions are not. A state is the place at which it begins: its kind or how many steps it has, the state that it goes
 * on as when none of them leads to the end, a filter of the literals with which either goes on, then the literal and
 * target of each step, in the order of the literals.
 */
class Program {
  code = new Int32Array(1 << 16)
  #length = 0
  /** States by what they are: patterns that go on alike share the rest. */
  readonly #known = new Map<string, number>()

  constructor() {
    this.#add([0, none, everything])
  }

  /** A state that takes one of some literals. */
  choice(steps: readonly Step[], otherwise: number): number {
    const targets = new Map<number, number[]>()
    for (const { id, to } of steps.toSorted((a, b) => a.id - b.id))
      targets.set(id, [...(targets.get(id) ?? []), to])
    let filter = this.filterOf(otherwise)
    const parts: number[] = []
    for (const [id, ways] of targets) {
      filter |= filterBit(id)
      parts.push(id, this.anyOf(ways))
    }
    return this.#add([targets.size, otherwise, filter, ...parts])
  }

  /** A state that goes on as the first of some states that leads to the end. */
  anyOf(states: readonly number[]): number {
    return states.reduceRight((behind, state) =>
      this.#add([either, behind, this.filterOf(state) | this.filterOf(behind), state]),
    )
  }

  /** The literals with which a state goes on, as bits. */
  filterOf(state: number): number {
    return state === none ? 0 : (this.code[state + part.filter] ?? 0)
  }

  /** A state that steps over words, up to the first at which the pattern `barrier` stands. */
  gap(to: number, most: number, barrier: number): number {
    return most === 0 ? to : this.#add([anyWord, to, everything, most, barrier])
  }

  #add(parts: readonly number[]): number {
    const key = parts.join(' ')
    const known = this.#known.get(key)
    if (known !== undefined) return known
    const state = this.#length
    this.#known.set(key, state)
    this.#length += parts.length
    if (this.#length > this.code.length) {
      const longer = new Int32Array(this.code.length * 2)
      longer.set(this.code)
      this.code = longer
    }
    this.code.set(parts, state)
    return state
  }
}

export const program = new Program()

/** A way on from a state: the literal that it takes and the state behind it. */
export interface Step {
  readonly id: number
  readonly to: number
}

/** The state in which a pattern has been read to its end. */
export const accept = 0
export const none = -1

/** What stands where behind the place of a state in the code. */
export const part = { count: 0, otherwise: 1, steps: 2, target: 2, barrier: 3 } as const
/** In place of the count of steps: the state steps over any word. */
export const anyWord = -1

/**
 * All patterns as one automaton in one row of numbers: small enough for a processor's cache, where a thousand compiled
 * expressions are not. A state is the place at which it begins: how many steps it has, the state that it goes on as when
 * none of them leads to the end, then the literal and target of each step, in the order of the literals.
 */
class Program {
  code = new Int32Array(1 << 16)
  #length = 0

  constructor() {
    this.#add([0, none])
  }

  /** A state that takes one of some literals. */
  choice(steps: readonly Step[], otherwise: number): number {
    const sorted = steps.toSorted((a, b) => a.id - b.id)
    return this.#add([steps.length, otherwise, ...sorted.flatMap(({ id, to }) => [id, to])])
  }

  /** A state that steps over any word at which the pattern `barrier` does not stand. */
  gap(to: number, otherwise: number, barrier: number): number {
    return this.#add([anyWord, otherwise, to, barrier])
  }

  #add(parts: readonly number[]): number {
    const state = this.#length
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

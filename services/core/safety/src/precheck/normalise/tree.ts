export type Units = Uint16Array

const alphabet = 26

/** Words of the letters a to z, read letter by letter; node 0 is where all begin. */
export class Tree {
  /** Where each letter leads from each node; 0 for nowhere. */
  readonly #branches: number[] = Array.from({ length: alphabet }, () => 0)
  readonly #isWord = [false]

  constructor(words: Iterable<string>) {
    for (const word of words) {
      let node = 0
      for (let at = 0; at < word.length; at += 1) node = this.#grow(node, word.charCodeAt(at))
      this.#isWord[node] = true
    }
  }

  /** The node that a letter leads to, or 0. */
  next(node: number, unit: number): number {
    const letter = unit - 97
    return letter >= 0 && letter < alphabet ? (this.#branches[node * alphabet + letter] ?? 0) : 0
  }

  isWord(node: number): boolean {
    return this.#isWord[node] ?? false
  }

  has(units: Units, from: number, to: number): boolean {
    let node = 0
    for (let at = from; at < to; at += 1) {
      node = this.next(node, units[at] ?? 0)
      if (node === 0) return false
    }
    return this.isWord(node)
  }

  /** Whether a range is a word when of equal letters in a row one is taken. */
  hasCollapsed(units: Units, from: number, to: number): boolean {
    let node = 0
    for (let at = from; at < to; at += 1) {
      if (at > from && units[at] === units[at - 1]) continue
      node = this.next(node, units[at] ?? 0)
      if (node === 0) return false
    }
    return this.isWord(node)
  }

  /** Whether a word stands anywhere in a range. */
  standsIn(units: Units, from: number, to: number): boolean {
    for (let start = from; start < to; start += 1) {
      let node = 0
      for (let at = start; at < to; at += 1) {
        node = this.next(node, units[at] ?? 0)
        if (node === 0) break
        if (this.isWord(node)) return true
      }
    }
    return false
  }

  #grow(node: number, unit: number): number {
    const branch = node * alphabet + unit - 97
    const known = this.#branches[branch] ?? 0
    if (known > 0) return known
    for (let letter = 0; letter < alphabet; letter += 1) this.#branches.push(0)
    return (this.#branches[branch] = this.#isWord.push(false) - 1)
  }
}

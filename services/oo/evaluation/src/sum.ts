/** A running sum that keeps what rounding drops (Neumaier 1974). */
export class Sum {
  #total = 0
  #lost = 0

  add(term: number): void {
    const next = this.#total + term
    this.#lost +=
      Math.abs(this.#total) >= Math.abs(term) ? this.#total - next + term : term - next + this.#total
    this.#total = next
  }

  get value(): number {
    return this.#total + this.#lost
  }
}

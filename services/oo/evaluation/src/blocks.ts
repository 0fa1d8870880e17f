import { type Totals, totalNames } from './estimators.ts'
import { Sum } from './sum.ts'

export const mostBlocks = 16_384

/**
 * Sums over runs of consecutive rows: one row a block at first, twice as long whenever there are too many. However long
 * the log, the bootstrap draws from at most 16,384 of them.
 */
export class Blocks {
  #blocks: Totals[] = []
  #length = 1
  #open: Totals = nothing
  readonly #sums = Object.fromEntries(totalNames.map((name) => [name, new Sum()])) as Record<
    keyof Totals,
    Sum
  >

  add(row: Totals): void {
    for (const name of totalNames) this.#sums[name].add(row[name])
    this.#open = plus(this.#open, row)
    if (this.#open.rows < this.#length) return
    this.#blocks.push(this.#open)
    this.#open = nothing
    if (this.#blocks.length === mostBlocks) this.#merge()
  }

  /** Over all rows. */
  get totals(): Totals {
    return Object.fromEntries(totalNames.map((name) => [name, this.#sums[name].value])) as unknown as Totals
  }

  get blocks(): readonly Totals[] {
    return this.#open.rows === 0 ? this.#blocks : [...this.#blocks, this.#open]
  }

  #merge(): void {
    this.#length *= 2
    this.#blocks = this.#blocks.flatMap((block, index) =>
      index % 2 === 0 ? [plus(block, this.#blocks[index + 1] ?? nothing)] : [],
    )
  }
}

export const nothing: Totals = { rows: 0, weight: 0, weighted: 0, clipped: 0, modelled: 0, residual: 0 }

export const plus = (a: Totals, b: Totals): Totals => ({
  rows: a.rows + b.rows,
  weight: a.weight + b.weight,
  weighted: a.weighted + b.weighted,
  clipped: a.clipped + b.clipped,
  modelled: a.modelled + b.modelled,
  residual: a.residual + b.residual,
})

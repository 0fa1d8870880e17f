import { Sum } from './sum.ts'

/** How many rows have a weight in [from, to). */
export interface WeightBin {
  readonly from: number
  readonly to: number
  readonly rows: number
}

export interface WeightSummary {
  /** (Σ w)² / Σ w²: as many rows of equal weight would tell as much. */
  readonly effectiveSampleSize: number
  /** As a share of all rows. */
  readonly effectiveShare: number
  /** Near 1 when the logged propensities are right. */
  readonly meanWeight: number
  readonly maxWeight: number
  /** By powers of 2, the first one from 0. */
  readonly histogram: readonly WeightBin[]
}

/** Below this share of the rows, an estimate says more about a few of them than about the policy. */
export const leastEffectiveShare = 0.01

const smallest = -6

export class Weights {
  #rows = 0
  #largest = 0
  readonly #sum = new Sum()
  readonly #squares = new Sum()
  readonly #bins = new Map<number, number>()

  add(weight: number): void {
    this.#rows += 1
    this.#largest = Math.max(this.#largest, weight)
    this.#sum.add(weight)
    this.#squares.add(weight * weight)
    const bin = weight < 2 ** smallest ? smallest - 1 : Math.floor(Math.log2(weight))
    this.#bins.set(bin, (this.#bins.get(bin) ?? 0) + 1)
  }

  get summary(): WeightSummary {
    const size = this.#squares.value === 0 ? 0 : this.#sum.value ** 2 / this.#squares.value
    return {
      effectiveSampleSize: size,
      effectiveShare: size / this.#rows,
      meanWeight: this.#sum.value / this.#rows,
      maxWeight: this.#largest,
      histogram: [...this.#bins]
        .toSorted(([a], [b]) => a - b)
        .map(([bin, rows]) => ({ from: bin < smallest ? 0 : 2 ** bin, to: 2 ** (bin + 1), rows })),
    }
  }
}

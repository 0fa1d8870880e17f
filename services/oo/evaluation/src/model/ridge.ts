import { cholesky, dot, solve } from '@triptych/oo-policies'
import type { LoggedRow, Situation } from '../log.ts'
import { folds, type RewardModel } from './model.ts'

/** Prior precision of each coefficient but the constant's, which is all but free. */
const penalty = 1
const constantPenalty = 1e-6

/** Σ x·xᵀ (lower triangle) and Σ reward·x over x = (1, features). */
interface Sums {
  readonly square: number[][]
  readonly target: number[]
}

/** Ridge regression of the reward on the candidate's features. Names may come and go between rows; an absent one is 0. */
export class RidgeModel implements RewardModel {
  readonly #places = new Map<string, number>()
  readonly #sums = Array.from({ length: folds }, (): Sums => ({ square: [], target: [] }))
  readonly #coefficients = new Map<number, readonly number[]>()

  learn(fold: number, { situation, picked, reward }: LoggedRow): void {
    for (const name of situation.featureNames)
      if (!this.#places.has(name)) this.#places.set(name, this.#places.size + 1)
    const sums = this.#sums[fold]
    if (sums === undefined) return
    const terms = this.#terms(situation, picked)
    for (const [i, value] of terms) {
      sums.target[i] = (sums.target[i] ?? 0) + reward * value
      for (const [j, other] of terms) if (j <= i) add(sums.square, [i, j], value * other)
    }
  }

  predict(fold: number, situation: Situation): number[] {
    const coefficients = this.#coefficients.get(fold) ?? this.#fit(fold)
    const ordered = situation.featureNames.map((name) => coefficients[this.#places.get(name) ?? -1] ?? 0)
    return situation.candidates.map(({ features }) => (coefficients[0] ?? 0) + dot(features, ordered))
  }

  #terms(
    { featureNames, candidates }: Situation,
    picked: number,
  ): (readonly [place: number, value: number])[] {
    const features = candidates[picked]?.features ?? []
    return [
      [0, 1],
      ...featureNames.map((name, at) => [this.#places.get(name) ?? 0, features[at] ?? 0] as const),
    ]
  }

  #fit(fold: number): readonly number[] {
    const size = this.#places.size + 1
    const others = this.#sums.filter((_, index) => index !== fold)
    const over = (read: (sums: Sums) => number | undefined): number =>
      others.reduce((sum, one) => sum + (read(one) ?? 0), 0)
    const square = Array.from({ length: size }, (_row, i) =>
      Array.from({ length: i + 1 }, (_cell, j) => {
        const prior = i === j ? (i === 0 ? constantPenalty : penalty) : 0
        return prior + over((sums) => sums.square[i]?.[j])
      }),
    )
    const factor = cholesky(square)
    const target = Array.from({ length: size }, (_, i) => over((sums) => sums.target[i]))
    const fitted = factor === undefined ? [] : solve(factor, target)
    this.#coefficients.set(fold, fitted)
    return fitted
  }
}

function add(square: number[][], [row, column]: readonly [number, number], value: number): void {
  const cells = (square[row] ??= [])
  cells[column] = (cells[column] ?? 0) + value
}

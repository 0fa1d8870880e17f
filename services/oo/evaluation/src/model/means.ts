import { canonicalJson } from '@triptych/oo-policies'
import type { LoggedRow, Situation } from '../log.ts'
import { folds, type RewardModel } from './model.ts'

/** As many rows of the coarser mean are mixed into the finer one. */
const shrinkage = 10

/** Count and reward, by fold. */
type Tally = readonly { count: number; reward: number }[]

/**
 * The mean reward of a candidate (at its place, which is its `source`) in a context, drawn towards the candidate's mean
 * over all contexts, which is drawn towards the mean of all rows: each is (Σ r + 10 · coarser) / (n + 10).
 */
export class MeansModel implements RewardModel {
  readonly #tallies = new Map<string, Tally>()

  learn(fold: number, { situation, picked, reward }: LoggedRow): void {
    for (const key of ['', ...keysOf(situation, picked, contextKey(situation))]) {
      const tally = this.#tallies.get(key) ?? Array.from({ length: folds }, () => ({ count: 0, reward: 0 }))
      this.#tallies.set(key, tally)
      const part = tally[fold]
      if (part === undefined) continue
      part.count += 1
      part.reward += reward
    }
  }

  predict(fold: number, situation: Situation): number[] {
    const all = this.#others('', fold)
    const mean = all.count === 0 ? 0 : all.reward / all.count
    const context = contextKey(situation)
    return situation.candidates.map((_, place) =>
      keysOf(situation, place, context).reduce((coarser, key) => {
        const { count, reward } = this.#others(key, fold)
        return (reward + shrinkage * coarser) / (count + shrinkage)
      }, mean),
    )
  }

  #others(key: string, fold: number): { count: number; reward: number } {
    const others = { count: 0, reward: 0 }
    for (const [index, part] of (this.#tallies.get(key) ?? []).entries())
      if (index !== fold) {
        others.count += part.count
        others.reward += part.reward
      }
    return others
  }
}

const contextKey = ({ context }: Situation): string => canonicalJson(context)

/** Coarse first. */
function keysOf({ candidates }: Situation, place: number, context: string): string[] {
  const candidate = `${candidates[place]?.source ?? ''}\0${candidates[place]?.id ?? ''}`
  return [candidate, `${candidate}\0${context}`]
}

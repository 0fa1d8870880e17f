import type { LoggedRow, Situation } from '../log.ts'

/**
 * Predicts the reward of every candidate. Rows are learnt in folds; a prediction for a row of one fold uses the others
 * alone (cross-fitting), so that no row helps to predict itself.
 */
export interface RewardModel {
  learn(fold: number, row: LoggedRow): void
  /** For each candidate, in order. Only after all has been learnt. */
  predict(fold: number, situation: Situation): number[]
}

export const folds = 5

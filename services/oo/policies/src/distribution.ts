import type { Random } from './seeded.ts'

export const uniform = (size: number): number[] => Array.from({ length: size }, () => 1 / size)

/** Probabilities in proportion to e^(score / temperature); the largest score is taken off first, so none overflows. */
export function softmax(scores: readonly number[], temperature: number): number[] {
  const largest = scores.reduce((a, b) => Math.max(a, b), -Infinity)
  const weights = scores.map((score) => Math.exp((score - largest) / temperature))
  const total = weights.reduce((a, b) => a + b, 0)
  return weights.map((weight) => weight / total)
}

/** Mixes with the uniform distribution: every probability is at least epsilon / n. */
export const withFloor = (distribution: readonly number[], epsilon: number): number[] =>
  distribution.map((probability) => (1 - epsilon) * probability + epsilon / distribution.length)

/** An index drawn from the distribution. */
export function sample(distribution: readonly number[], random: Random): number {
  let left = random()
  for (const [index, probability] of distribution.entries()) {
    left -= probability
    if (left < 0) return index
  }
  return distribution.length - 1
}

import { type Random, seeded } from '@triptych/oo-policies'
import { type Estimator, estimatorNames, estimators, ratio, type Totals } from './estimators.ts'

export interface Interval {
  readonly low: number
  readonly high: number
}

export interface BootstrapOptions {
  readonly replicates: number
  readonly seed: string
  /** As 0.95. */
  readonly confidence: number
}

/**
 * Studentised bootstrap intervals (bootstrap-t, Efron 1981): blocks are drawn anew with replacement, and what is
 * counted is how far each such estimate lies from the whole one in units of its own standard error. Rare large weights
 * make the estimates skewed, and there the plain percentile interval covers less than it says.
 */
export function bootstrap(
  blocks: readonly Totals[],
  { replicates, seed, confidence }: BootstrapOptions,
): Readonly<Record<Estimator, Interval>> {
  const tail = (1 - confidence) / 2
  const random = seeded(seed, 'bootstrap')
  const draws = Array.from({ length: replicates }, () => drawBlocks(blocks.length, random))
  return Object.fromEntries(
    estimatorNames.map((name) => {
      const terms = termsOf(name, blocks)
      const whole = measure(terms)
      const distances = draws
        .map((draw) => measure(terms, draw))
        .filter(({ error }) => error > 0)
        .map(({ value, error }) => (value - whole.value) / error)
        .toSorted((a, b) => a - b)
      const at = (share: number): number => whole.value - quantile(distances, share) * whole.error
      return [name, { low: at(1 - tail), high: at(tail) }]
    }),
  ) as Record<Estimator, Interval>
}

/** How often each block is drawn. */
function drawBlocks(size: number, random: Random): Uint16Array {
  const counts = new Uint16Array(size)
  for (let draw = 0; draw < size; draw++) {
    const block = Math.floor(random() * size)
    counts[block] = (counts[block] ?? 0) + 1
  }
  return counts
}

/** Numerator and denominator of each block. */
interface Terms {
  readonly of: Float64Array
  readonly by: Float64Array
}

const termsOf = (name: Estimator, blocks: readonly Totals[]): Terms => ({
  of: Float64Array.from(blocks, estimators[name].of),
  by: Float64Array.from(blocks, estimators[name].by),
})

/** The ratio Σ of / Σ by over the blocks, each as often as drawn, with its standard error by linearisation. */
function measure({ of, by }: Terms, counts?: Uint16Array): { value: number; error: number } {
  let [top, bottom, topSquares, products, bottomSquares] = [0, 0, 0, 0, 0]
  for (let block = 0; block < of.length; block++) {
    const [x = 0, y = 0, count = 1] = [of[block], by[block], counts?.[block]]
    top += count * x
    bottom += count * y
    topSquares += count * x * x
    products += count * x * y
    bottomSquares += count * y * y
  }
  const value = ratio(top, bottom)
  const squares = topSquares - 2 * value * products + value * value * bottomSquares
  // What rounding leaves of a spread that is none.
  const isSpread = squares > 1e-12 * topSquares
  return { value, error: isSpread ? ratio(Math.sqrt(squares), bottom) : 0 }
}

/** Between the two nearest of the sorted values (Hyndman and Fan, type 7); 0 of none. */
function quantile(sorted: readonly number[], share: number): number {
  const place = share * (sorted.length - 1)
  const below = sorted[Math.floor(place)] ?? 0
  return below + (place - Math.floor(place)) * ((sorted[Math.ceil(place)] ?? below) - below)
}

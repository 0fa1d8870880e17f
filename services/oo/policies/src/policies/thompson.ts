import { z } from 'zod'
import { drawBeta } from '../beta.ts'
import { definePolicy } from '../policy.ts'
import { type Random, seeded } from '../seeded.ts'
import { type Described, reader } from '../values.ts'

const count = z.number().min(0).max(1e12)

/** Reward and lack of reward seen so far in each bucket; a bucket that is absent has neither. */
const State = z.strictObject({ buckets: z.record(z.string().max(1_000), z.tuple([count, count])) })
type State = z.infer<typeof State>

const seenIn = ({ buckets }: State, bucket: string): [number, number] => buckets[bucket] ?? [0, 0]

const Parameters = z.strictObject({
  /** Features or context values; each is cut in three at 1/3 and 2/3. */
  bucketBy: z.array(z.string().min(1).max(200)).max(3).default(['due', 'priority', 'age']),
  /** More of them estimate the distribution finer, at a cost in proportion. */
  draws: z.number().int().min(16).max(2_048).default(256),
})

const level = (value: number): number => (value < 1 / 3 ? 0 : value < 2 / 3 ? 1 : 2)

function bucketsBy(names: readonly string[], described: Described): (features: readonly number[]) => string {
  const read = reader(names, described)
  return (features) =>
    read(features)
      .map((value, index) => `${names[index] ?? ''}=${level(value)}`)
      .join(' ')
}

/**
 * Thompson sampling over buckets of alike candidates, each with a Beta posterior over its reward (uniform prior).
 * The distribution is estimated with seeded draws: how often each bucket wins, shared evenly by its candidates.
 * The pick is then drawn from that very distribution, so the logged probability is exact although it is an estimate.
 */
export const thompson = definePolicy({
  id: 'thompson',
  version: 1,
  State,
  Parameters,
  initialState: (): State => ({ buckets: {} }),
  usedState: ({ state, parameters: { bucketBy }, candidates, ...described }) => {
    const bucketOf = bucketsBy(bucketBy, described)
    const present = new Set(candidates.map(({ features }) => bucketOf(features)))
    return {
      buckets: Object.fromEntries(Object.entries(state.buckets).filter(([bucket]) => present.has(bucket))),
    }
  },
  prefer: ({ state, parameters: { bucketBy, draws }, candidates, seed, ...described }) => {
    const bucketOf = bucketsBy(bucketBy, described)
    const places = candidates.map(({ features }) => bucketOf(features))
    const sizes = Map.groupBy(places, (bucket) => bucket)
    const posteriors = [...sizes.keys()].toSorted().map((bucket) => {
      const [reward, lack] = seenIn(state, bucket)
      return { bucket, a: 1 + reward, b: 1 + lack, random: seeded(seed, `thompson ${bucket}`) }
    })
    const wins = countWins(posteriors, draws)
    return places.map((bucket) => (wins.get(bucket) ?? 0) / draws / (sizes.get(bucket)?.length ?? 1))
  },
  learn: (state, { reward, features, ...described }, { bucketBy }): State => {
    const bucket = bucketsBy(bucketBy, described)(features)
    const [seen, lack] = seenIn(state, bucket)
    return { buckets: { ...state.buckets, [bucket]: [seen + reward, lack + 1 - reward] } }
  },
})

interface Posterior {
  readonly bucket: string
  readonly a: number
  readonly b: number
  readonly random: Random
}

function countWins(posteriors: readonly Posterior[], draws: number): Map<string, number> {
  const wins = new Map<string, number>()
  for (let draw = 0; draw < draws; draw++) {
    let winner = ''
    let best = -1
    for (const { bucket, a, b, random } of posteriors) {
      const drawn = drawBeta(a, b, random)
      if (drawn > best) [winner, best] = [bucket, drawn]
    }
    wins.set(winner, (wins.get(winner) ?? 0) + 1)
  }
  return wins
}

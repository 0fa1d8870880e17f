import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

/** What one client does; a crash is that it forgets its session. */
export type Deed = 'acquire' | 'heartbeat' | 'release' | 'crash'

/** Steps are done one after the other, the deeds of a burst all at once, each by another client. */
export type Step =
  | { readonly kind: 'burst'; readonly deeds: readonly { readonly client: number; readonly deed: Deed }[] }
  | { readonly kind: 'clock'; readonly ms: number }
  | { readonly kind: 'limit'; readonly seats: number }
  | { readonly kind: 'sweep' }
  /** Whatever can go wrong with what is under test; nothing where there is nothing. */
  | { readonly kind: 'disturb'; readonly how: number }

export interface PlanOptions {
  readonly seed: number
  readonly deeds: number
  readonly clients: number
  readonly seats: number
  readonly goesBack: boolean
}

const deedWeights: readonly (readonly [Deed, number])[] = [
  ['acquire', 45],
  ['heartbeat', 35],
  ['release', 14],
  ['crash', 6],
]
const burstMax = 32
const minute = 60_000

/** The same seed is the same plan. */
export function makePlan(options: PlanOptions): Step[] {
  const generator = xoroshiro128plus(options.seed)
  const int = (from: number, to: number): number => uniformInt(generator, from, to)
  const chance = (percent: number): boolean => int(1, 100) <= percent
  const steps: Step[] = []
  let deeds = 0
  while (deeds < options.deeds) {
    // Some are small: where little happens at once, more can be said of each answer.
    const size = Math.min(int(1, chance(20) ? 3 : burstMax), options.deeds - deeds)
    steps.push({ kind: 'burst', deeds: burstOf(int, options, size) })
    deeds += size
    if (chance(30)) steps.push({ kind: 'clock', ms: int(1, minute) })
    if (chance(8)) steps.push({ kind: 'clock', ms: 5 * minute })
    if (chance(4)) steps.push({ kind: 'clock', ms: int(6 * minute, 40 * minute) })
    if (chance(3) && options.goesBack) steps.push({ kind: 'clock', ms: -int(1, 10 * minute) })
    if (chance(3)) steps.push({ kind: 'limit', seats: int(1, options.seats) })
    if (chance(2)) steps.push({ kind: 'limit', seats: options.seats })
    if (chance(3)) steps.push({ kind: 'sweep' })
    if (chance(2)) steps.push({ kind: 'disturb', how: int(0, 1_000) })
  }
  return steps
}

type Int = (from: number, to: number) => number

/** Half of the deeds are those of a few clients, so that seats also change hands where there are hardly any. */
function burstOf(int: Int, { clients, seats }: PlanOptions, size: number) {
  const few = Math.min(clients, 3 * seats)
  const chosen = new Set<number>()
  while (chosen.size < Math.min(size, clients)) chosen.add(int(0, (int(0, 1) === 0 ? few : clients) - 1))
  return Array.from(chosen, (client) => ({ client, deed: deedOf(int(1, 100)) }))
}

function deedOf(roll: number): Deed {
  let left = roll
  for (const [deed, weight] of deedWeights) {
    left -= weight
    if (left <= 0) return deed
  }
  return 'acquire'
}

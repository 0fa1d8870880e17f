import { makePlan } from './plan.ts'
import { type Outcome, runPlan, type Subject } from './run.ts'
import { shrinkPlan } from './shrink.ts'

export interface CheckOptions {
  readonly seed: number
  readonly deeds: number
  readonly seats: number
  /** Of one plan, each on a licence of its own. */
  readonly deedsPerPlan?: number
  /** How often a plan that fails is tried without a part of it. */
  readonly shrinkTries?: number
}

const clients = 200

/** A third of the million that a mode is put through, for each number of seats. */
export const longRun = { deeds: 333_334, deedsPerPlan: 2_000 } as const
/** A bound and no expectation: the long run takes minutes. */
export const modelTimeoutMs = 45 * 60_000

/** Carries out as many plans as it takes; a fault is thrown with the smallest plan that shows one. */
export async function checkSeats(subject: Subject, options: CheckOptions): Promise<Outcome> {
  const { deedsPerPlan = 2_000, shrinkTries = 60, seats } = options
  const total = { faults: [] as string[], deeds: 0, grants: 0, overlaps: 0 }
  for (let seed = options.seed; total.deeds < options.deeds; seed += 1) {
    const deeds = Math.min(deedsPerPlan, options.deeds - total.deeds)
    const plan = makePlan({ seed, deeds, clients, seats, goesBack: subject.goesBack })
    const outcome = await runPlan(subject, plan, seats)
    if (outcome.faults.length > 0) {
      const fails = async (smaller: typeof plan) => (await runPlan(subject, smaller, seats)).faults.length > 0
      const smallest = await shrinkPlan(plan, (smaller) => fails([...smaller]), shrinkTries)
      throw new Error(
        `seed ${seed}, ${seats} seats: ${outcome.faults.join('; ')}\n${JSON.stringify(smallest, null, 1)}`,
      )
    }
    total.deeds += outcome.deeds
    total.grants += outcome.grants
    total.overlaps += outcome.overlaps
  }
  return total
}

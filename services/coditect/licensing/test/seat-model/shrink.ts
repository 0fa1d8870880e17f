import type { Step } from './plan.ts'

/** A smaller plan that still fails, by leaving out ever smaller pieces; as many tries as it may take. */
export async function shrinkPlan(
  plan: readonly Step[],
  fails: (plan: readonly Step[]) => Promise<boolean>,
  triesMax: number,
): Promise<readonly Step[]> {
  let smallest = plan
  let tries = 0
  for (let size = Math.ceil(plan.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = 0; from < smallest.length && tries < triesMax;) {
      const without = [...smallest.slice(0, from), ...smallest.slice(from + size)]
      tries += 1
      if (await fails(without)) smallest = without
      else from += size
    }
  }
  return smallest
}

import type { EntitlementQuestion } from '../processes/stack.ts'
import { type Benchmark, ms, type Section } from '../report.ts'
import { startStack } from '../stack-system.ts'

const times = 20_000
const warmUp = 2_000
const mostMs = 1

/** Whether a person may use something, asked by another module of the same process. */
export const entitlementBenchmark: Benchmark = {
  name: 'entitlement',
  async run(settings): Promise<Section> {
    const system = await startStack(settings, 1)
    try {
      const ask = (count: number) =>
        system.stack.ask<number[]>({
          userId: system.people[0]?.userId ?? '',
          times: count,
        } satisfies EntitlementQuestion)
      await ask(warmUp)
      const taken = (await ask(times)).toSorted((a, b) => a - b)
      const at = (share: number) => taken[Math.floor(taken.length * share)] ?? Number.NaN
      const figures = [at(0.5), at(0.99), at(0.999)]
      return {
        title: 'Entitlement check',
        about: `billing.requireEntitlement through the local link, warm, ${times.toLocaleString('en')} calls one after another.`,
        columns: ['what', 'p50', 'p99', 'p99.9'],
        rows: [['one check', ...figures.map(ms)]],
        checks: [
          {
            what: 'entitlement check p99',
            target: `< ${mostMs} ms`,
            measured: ms(at(0.99)),
            holds: at(0.99) < mostMs,
          },
        ],
      }
    } finally {
      await system.close()
    }
  },
}

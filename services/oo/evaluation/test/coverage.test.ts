import { describe, expect, it } from 'vitest'
import { evaluate, type Estimator } from '../src/index.ts'
import { logOf, simulateRows, valueOf } from './simulate.ts'

/** How many of the simulated logs have an interval that holds the truth; rewards are in no model's reach. */
async function coverageOf(logging: string, target: string, size: { logs: number; rows: number }) {
  const truth = valueOf(target, 60_000)
  const held = new Map<Estimator, number>()
  for (let log = 0; log < size.logs; log++) {
    const rows = simulateRows(logging, size.rows, `${logging} ${log}`)
    const { policies } = await evaluate(logOf(rows), { policies: [target], replicates: 200 })
    for (const { estimator, low, high } of policies[0]?.estimates ?? [])
      if (low <= truth && truth <= high) held.set(estimator, (held.get(estimator) ?? 0) + 1)
  }
  return (estimator: Estimator): number => (held.get(estimator) ?? 0) / size.logs
}

describe('95 % intervals over 500 logs', () => {
  it(
    'hold the truth in 92 to 98 % of them, for each estimator that is not biased',
    { timeout: 600_000 },
    async () => {
      const coverage = await coverageOf('random', 'priority', { logs: 500, rows: 300 })
      for (const estimator of ['ips', 'snips', 'dr'] as const) {
        expect(coverage(estimator), estimator).toBeGreaterThanOrEqual(0.92)
        expect(coverage(estimator), estimator).toBeLessThanOrEqual(0.98)
      }
    },
  )
})

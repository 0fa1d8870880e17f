import { linesOf } from '../program.ts'
import type { Benchmark, Check, Section } from '../report.ts'

const requests = 200
const mostMs = 50
const mostAddedMs = 10

/** How fast one tip is chosen among 1,000 candidates; the recommender’s package measures and prints it. */
export const recommendBenchmark: Benchmark = {
  name: 'recommend',
  async run({ environment, postgresUrl }): Promise<Section> {
    const lines = await linesOf({
      path: 'services/oo/recommender/bench/recommend.bench.ts',
      args: [String(requests)],
      environment: { ...environment, TEST_POSTGRES_URL: postgresUrl },
      timeoutMs: 600_000,
    })
    const rows = lines.slice(1).flatMap((line) => {
      const match = /^(\D.*?)\s+(\d+\.\d)\s+(\d+\.\d)$/.exec(line.trim())
      return match === null ? [] : [match.slice(1)]
    })
    const p95 = (name: string): number => Number(rows.find(([what]) => what === name)?.[2] ?? Number.NaN)
    const added = p95('with three hanging shadows') - p95('without shadows')
    return {
      title: 'One tip among 1,000',
      about: `Milliseconds of POST /recommend over HTTP. ${lines.at(-1) ?? ''}`,
      columns: ['case', 'p50', 'p95'],
      rows,
      checks: [
        check('/recommend with three shadows, p95', mostMs, p95('with three shadows')),
        check('what hanging shadows add, p95', mostAddedMs, added),
      ],
    }
  },
}

const check = (what: string, most: number, measured: number): Check => ({
  what,
  target: `< ${most} ms`,
  measured: `${measured.toFixed(1)} ms`,
  holds: measured < most,
})

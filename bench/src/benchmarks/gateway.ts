import { linesOf } from '../program.ts'
import type { Benchmark, Section } from '../report.ts'

const calls = 160
const mostMs = 15
const columns = ['bare p50', 'bare p95', 'gateway p50', 'gateway p95', 'added p50', 'added p95', 'loop p95']

/** What the AI gateway adds to its upstream; the gateway's package measures and prints it. */
export const gatewayBenchmark: Benchmark = {
  name: 'gateway',
  async run({ environment, postgresUrl }): Promise<Section> {
    const lines = await linesOf({
      path: 'services/core/ai-gateway/bench/gateway.bench.ts',
      args: [String(calls)],
      environment: { ...environment, TEST_POSTGRES_URL: postgresUrl },
      timeoutMs: 300_000,
    })
    const rows = lines.flatMap((line) => {
      const match = /^(.*?)\s+((?:-?\d+(?:\.\d+)?\s*){7})$/.exec(line.trim())
      return match === null ? [] : [[match[1] ?? '', ...(match[2] ?? '').trim().split(/\s+/)]]
    })
    return {
      title: 'AI gateway beside its upstream',
      about:
        `Milliseconds on ${lines[0] ?? ''}: the gateway with safety, quota, budget and encryption, and the same ` +
        'upstream called bare, in turns. The upstream is a process of its own whose first token takes 300 ms. At the ' +
        `end: ${lines.at(-1) ?? ''}.`,
      columns: ['operation', ...columns],
      rows,
      checks: rows.map(([what = '', ...figures]) => ({
        what: `AI gateway, ${what}, added p95`,
        target: `< ${mostMs} ms`,
        measured: `${figures[5]} ms`,
        holds: Number(figures[5]) < mostMs,
      })),
    }
  },
}

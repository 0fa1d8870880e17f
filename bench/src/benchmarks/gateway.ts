import { linesOf } from '../program.ts'
import type { Benchmark, Section } from '../report.ts'

const calls = 160
const mostMs = 15
const own = 'bare p50, bare p95, gateway p50, gateway p95, added p50, added p95, loop p95'
const columns = `${own}, Portkey adds p50, Portkey adds p95`.split(', ')
const figure = String.raw`(?:-?\d+(?:\.\d+)?|-)\s*`
const rowOf = new RegExp(String.raw`^(.*?)\s+((?:${figure}){${columns.length}})$`)
const throughput = 'throughput '

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
      const match = rowOf.exec(line.trim())
      return match === null ? [] : [[match[1] ?? '', ...(match[2] ?? '').trim().split(/\s+/)]]
    })
    const rates = lines
      .filter((line) => line.startsWith(throughput))
      .map((line) => line.slice(throughput.length))
    return {
      title: 'AI gateway beside its upstream',
      about:
        `Milliseconds on ${lines[0] ?? ''}: the gateway with safety, quota, budget and encryption, and the same ` +
        'upstream called bare and through the Portkey gateway (without any of these), in turns. The upstream is a ' +
        'process of its own whose first token takes 300 ms. With 32 in flight and an upstream that answers at once: ' +
        `${rates.join('; ')}. At the end: ${lines.at(-1) ?? ''}.`,
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

import { linesOf } from '../program.ts'
import type { Benchmark, Section } from '../report.ts'

const calls = 60
const mostMs = { p50: 1_800, p95: 3_500 }

/** How long Turn and Mirror take with a realistic upstream, also while a pinned provider stalls. */
export const kaleiBenchmark: Benchmark = {
  name: 'kalei',
  async run({ environment }): Promise<Section> {
    const lines = await linesOf({
      path: 'services/core/ai-gateway/bench/kalei.bench.ts',
      args: [String(calls)],
      environment,
      timeoutMs: 240_000,
    })
    const rows = lines.flatMap((line) => {
      const match = /^(.*?)\s+(\d+)\s+(\d+)\s+(\d+)\s+(\d+)$/.exec(line)
      return match === null ? [] : [match.slice(1)]
    })
    return {
      title: 'Turn and Mirror with a realistic upstream',
      about:
        `Milliseconds from question to whole answer, ${calls} calls a row, six in flight: the default lanes and the ` +
        'sandbox with log-normal first tokens (median 0.6 s) at 180 to 210 tokens a second. While a provider stalls ' +
        `it sends comments and never a token. At the end: ${lines.at(-1) ?? ''}.`,
      columns: ['what', 'p50', 'p95', 'longest', 'answered offline'],
      rows,
      checks: rows.flatMap(([what = '', ...figures]) =>
        (['p50', 'p95'] as const).map((name, at) => ({
          what: `${what}, ${name}`,
          target: `< ${mostMs[name]} ms`,
          measured: `${figures[at]} ms`,
          holds: Number(figures[at]) < mostMs[name],
        })),
      ),
    }
  },
}

import { linesOf } from '../program.ts'
import type { Benchmark, Section } from '../report.ts'

const mostMs = 5
const figures = 6

/** The safety precheck over the texts of its own traps; its package prints them. */
export const precheckBenchmark: Benchmark = {
  name: 'safety',
  async run({ environment }): Promise<Section> {
    const [, ...lines] = await linesOf({
      path: 'services/core/safety/bench/precheck.bench.ts',
      environment,
      timeoutMs: 150_000,
    })
    const load = lines.pop() ?? ''
    const rows = lines.map((line) => {
      const cells = line.trim().split(/\s+/)
      return [cells.slice(0, -figures).join(' '), ...cells.slice(-figures)]
    })
    return {
      title: 'Safety precheck',
      about:
        'Milliseconds for 20,000 and for 1,000 characters, one run after another in one process; CPU time of the thread ' +
        'as the mean of five runs, which leaves out most of what else the machine does. All but the diary are made to ' +
        `be slow: nothing but traps, 20,000 characters of them. At the end: ${load}.`,
      columns: ['text', '20,000: p50', 'p99', 'CPU p50', 'CPU p99', '1,000: p50', 'p99'],
      rows,
      checks: rows.map(([text = '', , , , cpu = '']) => ({
        what: `precheck of 20,000 characters, ${text}, CPU p99`,
        target: `< ${mostMs} ms`,
        measured: `${cpu} ms`,
        holds: Number(cpu) < mostMs,
      })),
    }
  },
}

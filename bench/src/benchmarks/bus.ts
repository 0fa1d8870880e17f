import { linesOf } from '../program.ts'
import type { Benchmark, Section } from '../report.ts'

const events = 3_000

/** Events from the outbox to their effect; the bus package prints them. */
export const busBenchmark: Benchmark = {
  name: 'bus',
  async run({ environment, postgresUrl }): Promise<Section> {
    const lines = await linesOf({
      path: 'platform/bus/bench/throughput.ts',
      args: [String(events)],
      environment: { ...environment, TEST_POSTGRES_URL: postgresUrl },
      timeoutMs: 120_000,
    })
    return {
      title: 'Events from outbox to inbox',
      about:
        `${events.toLocaleString('en')} events on Postgres: written with their transaction, relayed, kept in the inbox ` +
        'and handled once; in process and over JetStream, beside a bare publish to JetStream.',
      columns: ['what', 'events'],
      rows: lines.map((line) => {
        const colon = line.indexOf(': ')
        return [line.slice(0, colon), line.slice(colon + 2)]
      }),
      checks: [],
    }
  },
}

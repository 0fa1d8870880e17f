/**
 * Measures the product beside what it is compared with and prints one page.
 *
 *   npm run bench                  everything
 *   npm run bench -- stack safety  only these
 *
 * TEST_POSTGRES_URL names a superuser on a Postgres server; BENCH_PROFILE a folder for CPU profiles of the server.
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { processEnvironment } from '@triptych/config'
import { serverVersion } from './bench-database.ts'
import { busBenchmark } from './benchmarks/bus.ts'
import { entitlementBenchmark } from './benchmarks/entitlement.ts'
import { gatewayBenchmark } from './benchmarks/gateway.ts'
import { kaleiBenchmark } from './benchmarks/kalei.ts'
import { precheckBenchmark } from './benchmarks/precheck.ts'
import { startBenchmark } from './benchmarks/start.ts'
import { recommendBenchmark } from './benchmarks/recommend.ts'
import { seatsBenchmark } from './benchmarks/seats.ts'
import { stackBenchmark } from './benchmarks/stack.ts'
import { describeMachine } from './machine.ts'
import { type Benchmark, type BenchSettings, renderSection, type Section } from './report.ts'

const benchmarks: readonly Benchmark[] = [
  stackBenchmark,
  entitlementBenchmark,
  precheckBenchmark,
  gatewayBenchmark,
  kaleiBenchmark,
  recommendBenchmark,
  seatsBenchmark,
  busBenchmark,
  startBenchmark,
]
const results = new URL('../../bench-results/', import.meta.url)

async function main(): Promise<void> {
  const environment = processEnvironment()
  const settings: BenchSettings = {
    postgresUrl: environment['TEST_POSTGRES_URL'] ?? 'postgres://root@127.0.0.1:5432/test',
    profileDirectory: environment['BENCH_PROFILE'],
    environment,
  }
  const chosen = choose(process.argv.slice(2))
  const sections: Section[] = []
  for (const benchmark of chosen) {
    console.error(`${benchmark.name} …`)
    sections.push(await runOne(benchmark, settings))
  }
  const machine = describeMachine(await serverVersion(settings.postgresUrl))
  const page = [`# Measures`, machine, ...sections.map(renderSection)].join('\n\n')
  await mkdir(results, { recursive: true })
  await writeFile(new URL('latest.md', results), `${page}\n`)
  console.log(page)
  const failed = sections.flatMap(({ checks }) => checks).filter(({ holds }) => !holds)
  for (const { what, target, measured } of failed)
    console.error(`FAILS: ${what} ${target}, measured ${measured}`)
  if (failed.length > 0) process.exitCode = 1
}

/** One that breaks fails by itself; the others still say what they measured. */
async function runOne(benchmark: Benchmark, settings: BenchSettings): Promise<Section> {
  try {
    return await benchmark.run(settings)
  } catch (error) {
    const measured = (error as Error).message.split('\n')[0] ?? ''
    const check = { what: benchmark.name, target: 'runs to its end', measured, holds: false }
    return { title: benchmark.name, about: '', columns: [], rows: [], checks: [check] }
  }
}

function choose(names: readonly string[]): readonly Benchmark[] {
  const unknown = names.filter((name) => !benchmarks.some((benchmark) => benchmark.name === name))
  if (unknown.length > 0) {
    const known = benchmarks.map(({ name }) => name).join(', ')
    throw new Error(`No benchmark is called ${unknown.join(', ')}; known are ${known}.`)
  }
  return names.length === 0 ? benchmarks : benchmarks.filter(({ name }) => names.includes(name))
}

await main()

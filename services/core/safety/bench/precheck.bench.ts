/**
 * Speed of the precheck: `npm run bench`. Prints milliseconds for 20,000 and 1,000 characters. The CPU time is of this
 * thread alone, so that neighbours on the machine count less; the kernel counts it in steps of a few milliseconds, so a
 * sample is the mean of five runs.
 */
import { loadavg } from 'node:os'

import { precheck } from '../src/precheck/index.ts'
import { neutral, readTraps } from '../test/traps.ts'

const traps = readTraps('tuned').filter((trap) => trap.text.length < 400)

function filled(source: string, length: number): string {
  return source.repeat(Math.ceil(length / source.length)).slice(0, length)
}

function joined(pick: (trap: (typeof traps)[number]) => boolean): string {
  return traps
    .filter(pick)
    .map(({ text }) => text)
    .join('\n')
}

const words = joined(() => true).replaceAll(/[.!?;。！？"“”„«»,，\n]+/gu, ' ')
const texts: Readonly<Record<string, string>> = {
  'ordinary diary': neutral,
  'every trap that must fire': joined(({ fires }) => fires),
  'every trap that must not': joined(({ fires }) => !fires),
  'one endless sentence': words,
  'negated over and over': "I'm not suicidal and I don't want to die and I won't kill myself ",
  'one letter apart': 's u i c i d e  k i l l  ',
  'words run together': 'iwanttodie killmyself quieromorir ichwillsterben jeveuxmourir ',
  'leet throughout': 'su1c1d3 k1ll mys3lf w4nt t0 d13 ',
  ...Object.fromEntries(
    ['en', 'es', 'fr', 'de', 'pt', 'it', 'zh'].map((language) => [
      `all traps in ${language}`,
      joined((trap) => trap.language === language),
    ]),
  ),
}

const rank = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? 0

function timeOnce(text: string): number {
  const from = performance.now()
  precheck(text)
  return performance.now() - from
}

const runsPerSample = 5
/** Of so many the 99th percentile is not yet the worst. */
const samples = 200

/** Milliseconds of each run, and of CPU by sample. */
function measure(text: string, count: number): { wall: number[]; cpu: number[] } {
  const wall: number[] = []
  const cpu: number[] = []
  for (let sample = 0; sample < count; sample += 1) {
    const before = process.threadCpuUsage()
    for (let run = 0; run < runsPerSample; run += 1) wall.push(timeOnce(text))
    const { user, system } = process.threadCpuUsage(before)
    cpu.push((user + system) / 1_000 / runsPerSample)
  }
  return { wall, cpu }
}

const columns = ['20k p50', '20k p99', 'CPU p50', 'CPU p99', '1k p50', '1k p99']
console.log(`${'text'.padEnd(28)}${columns.map((name) => name.padStart(11)).join('')}   ms`)
for (const [name, source] of Object.entries(texts)) {
  const long = filled(source, 20_000)
  measure(long, 6)
  const { wall, cpu } = measure(long, samples)
  const short = measure(filled(source, 1_000), 60).wall
  const figures = [wall, cpu, short].flatMap((values) => [rank(values, 0.5), rank(values, 0.99)])
  console.log(`${name.padEnd(28)}${figures.map((figure) => figure.toFixed(3).padStart(11)).join('')}`)
}
console.log(`load average ${loadavg()[0]?.toFixed(1)}`)

import { startRedis } from '@triptych/kv/testing'
import type { MadeLicense } from '@triptych/licensing/testing'
import {
  type Benchmark,
  type BenchSettings,
  type Check,
  count,
  ms,
  percent,
  type Section,
} from '../report.ts'
import { median, ratio } from '../rounds.ts'
import type { SeatLoad, SeatResult } from '../seats/client.ts'
import { type SeatSystem, startSeats } from '../seats/system.ts'

const inFlight = 64
const rounds = 3
const files = 50
const least = { acquire: 0.45, heartbeat: 0.5 }
const mostMs = { p99: 50, delay: 20 }

type Step = 'acquire' | 'heartbeat' | 'release'

interface Case {
  readonly name: string
  readonly licenses: readonly MadeLicense[]
  readonly seats: number
  readonly checksLatency: boolean
}

/** Taking, keeping and leaving a seat, beside a bare route that does the least that it needs. */
export const seatsBenchmark: Benchmark = {
  name: 'seats',
  async run(settings): Promise<Section> {
    const redis = await startRedis()
    try {
      const measured = [
        await measureMode(settings, redis.url, 'Redis'),
        await measureMode(settings, redis.url, 'Postgres'),
      ]
      return {
        title: 'Seats',
        about:
          `Over HTTP by ${inFlight} clients that ask as fast as they are answered, medians of ${rounds} rounds in turn; ` +
          'and once more, evenly, at half of the rate that was reached. Known machines, each of ' +
          'which takes a seat, keeps it and leaves it. The bare route for taking: one Lua call and one insert with the ' +
          'same outbox rows in one transaction; for keeping: a lease verified, one Lua call, a lease signed.',
        columns: [...columns],
        rows: measured.flatMap(({ rows }) => rows),
        checks: measured.flatMap(({ checks }) => checks),
      }
    } finally {
      await redis.dispose()
    }
  },
}

const columns = [
  'mode',
  'licences',
  'step',
  'requests/s',
  'bare',
  'of bare',
  'p50',
  'p99',
  'bare p99',
  'at half the rate: p50',
  'p99',
  'bare p99',
] as const

interface Measured {
  readonly rows: string[][]
  readonly checks: Check[]
}

async function measureMode(
  settings: BenchSettings,
  redisUrl: string,
  mode: 'Redis' | 'Postgres',
): Promise<Measured> {
  const system = await startSeats(settings, { redisUrl, withRedis: mode === 'Redis' })
  try {
    const cases: Case[] = [
      {
        name: 'one',
        licenses: [system.hot],
        seats: mode === 'Redis' ? 1_280 : 256,
        checksLatency: mode === 'Redis',
      },
      { name: '1,000', licenses: system.thousand, seats: 1_280, checksLatency: true },
    ]
    const measured: Measured[] = []
    for (const one of cases) measured.push(await measureCase(system, mode, one))
    if (mode === 'Redis') measured.push(await measureFiles(system))
    return {
      rows: measured.flatMap(({ rows }) => rows),
      checks: measured.flatMap(({ checks }) => checks),
    }
  } finally {
    await system.close()
  }
}

async function measureFiles({ product }: SeatSystem): Promise<Measured> {
  const longest = await product.ask<number>(files)
  const what = `event-loop delay while ${files} licence files are signed`
  return {
    rows: [],
    checks: [{ what, target: `< ${mostMs.delay} ms`, measured: ms(longest), holds: longest < mostMs.delay }],
  }
}

async function measureCase(system: SeatSystem, mode: string, { name, licenses, seats, checksLatency }: Case) {
  const product = `${system.product.ready}/api/v1/licenses`
  const send = (url: string, bodies: readonly object[], perSecond?: number) =>
    ask(system, { url, inFlight, bodies, ...(perSecond === undefined ? {} : { perSecond }) })
  const machines = Array.from({ length: seats }, (_, at) => ({
    license_key: licenses[at % licenses.length]?.key ?? '',
    hardware_id: `machine-${name}-${at}`,
  }))
  const held = ({ answers }: SeatResult) =>
    answers.map(({ session_id, signed_token }) => ({ session_id, signed_token }))

  const own: Record<Step, SeatResult[]> = { acquire: [], heartbeat: [], release: [] }
  const bare: Record<'acquire' | 'heartbeat', SeatResult[]> = { acquire: [], heartbeat: [] }
  for (let round = -1; round < rounds; round += 1) {
    const bareTaken = await send(`${system.bare.ready}/acquire`, machines)
    const taken = await send(`${product}/acquire`, machines)
    const bareKept = await send(`${system.bare.ready}/heartbeat`, held(bareTaken))
    const kept = await send(`${product}/heartbeat`, held(taken))
    const left = await send(`${product}/release`, held(taken))
    // The first round warms up, and makes the machines known.
    if (round < 0) continue
    bare.acquire.push(bareTaken)
    bare.heartbeat.push(bareKept)
    own.acquire.push(taken)
    own.heartbeat.push(kept)
    own.release.push(left)
  }
  // Both at half of what the product reached, so that they share what the machine does meanwhile.
  const half = (step: Step) => middle(own[step], 'perSecond') / 2
  const bareTaken = await send(`${system.bare.ready}/acquire`, machines, half('acquire'))
  const taken = await send(`${product}/acquire`, machines, half('acquire'))
  const bareKept = await send(`${system.bare.ready}/heartbeat`, held(bareTaken), half('heartbeat'))
  const kept = await send(`${product}/heartbeat`, held(taken), half('heartbeat'))
  const left = await send(`${product}/release`, held(taken), half('release'))
  const paced = { acquire: taken, heartbeat: kept, release: left }
  const barePaced = { acquire: bareTaken, heartbeat: bareKept }
  return summarise({ mode, name, own, bare, paced, barePaced, isChecked: mode === 'Redis', checksLatency })
}

async function ask({ client }: SeatSystem, load: SeatLoad): Promise<SeatResult> {
  const answer = await client.ask<SeatResult | { failure: string }>(load)
  if ('failure' in answer) throw new Error(answer.failure)
  return answer
}

interface Rounds {
  readonly mode: string
  readonly name: string
  readonly own: Record<Step, SeatResult[]>
  readonly bare: Record<'acquire' | 'heartbeat', SeatResult[]>
  readonly paced: Record<Step, SeatResult>
  readonly barePaced: Record<'acquire' | 'heartbeat', SeatResult>
  readonly isChecked: boolean
  readonly checksLatency: boolean
}

const perSecond = (results: readonly SeatResult[]) => results.map((result) => result.perSecond)
const middle = (results: readonly SeatResult[], of: 'perSecond' | 'p50Ms' | 'p99Ms') =>
  median(results.map((result) => result[of]))

function summarise({ mode, name, own, bare, paced, barePaced, isChecked, checksLatency }: Rounds): Measured {
  const shareOf = (step: 'acquire' | 'heartbeat') => ratio(perSecond(own[step]), perSecond(bare[step]))
  const row = (step: Step) => [
    mode,
    name,
    step,
    count(middle(own[step], 'perSecond')),
    step === 'release' ? '' : count(middle(bare[step], 'perSecond')),
    step === 'release' ? '' : percent(shareOf(step)),
    ms(middle(own[step], 'p50Ms')),
    ms(middle(own[step], 'p99Ms')),
    step === 'release' ? '' : ms(middle(bare[step], 'p99Ms')),
    ms(paced[step].p50Ms),
    ms(paced[step].p99Ms),
    step === 'release' ? '' : ms(barePaced[step].p99Ms),
  ]
  const where = `${mode}, ${name === 'one' ? 'a hot licence' : '1,000 licences'}`
  const shares = (['acquire', 'heartbeat'] as const).map((step) => ({
    what: `${where}: ${step}, of the bare rate`,
    target: `>= ${percent(least[step])}`,
    measured: percent(shareOf(step)),
    holds: shareOf(step) >= least[step],
  }))
  const latency = (what: string, p99: number): Check => ({
    what: `${where}: ${what}, p99`,
    target: `< ${mostMs.p99} ms`,
    measured: ms(p99),
    holds: p99 < mostMs.p99,
  })
  const latencies = (['acquire', 'heartbeat', 'release'] as const).flatMap((step) => [
    latency(step, middle(own[step], 'p99Ms')),
    latency(`${step} at half the rate`, paced[step].p99Ms),
  ])
  return {
    rows: (['acquire', 'heartbeat', 'release'] as const).map(row),
    checks: [...(isChecked ? shares : []), ...(checksLatency ? latencies : [])],
  }
}

/**
 * What the gateway adds to its upstream: the same requests through the gateway, through Portkey's and bare, in turns, in
 * one run, with one, eight and thirty-two in flight; then how many a second each of them does.
 *
 *   node bench/gateway.bench.ts [calls]   (on TEST_POSTGRES_URL and TEST_REDIS_URL where they are set, else embedded)
 *
 * The upstream is a process of its own whose first token takes 300 ms. Bare is the gateway's own request body sent by
 * fetch and read to its end. Both sides stream upstream; JSON is an operation with a whole answer, streamed a Turn read
 * to its end.
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { loadavg } from 'node:os'
import { monitorEventLoopDelay, performance } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { lanes } from '@triptych/testkit'
import { openGateway, type TestGateway, impatient, heavyThought } from '../test/gateway.ts'
import { chatBody, promptOf } from '../src/lanes/chat-request.ts'
import { defaultLanes } from '../src/lanes/lane.ts'
import { readTemplates } from '../src/prompts.ts'
import { purposes } from '../src/purposes/catalogue.ts'
import { startPortkey } from './portkey.ts'

const calls = Number(process.argv[2] ?? 160)
const firstTokenMs = 300
const rounds = 4
const throughputInFlight = 32
const throughputMs = 1_500
const patient = { first_token_ms: 20_000, idle_ms: 20_000, total_ms: 30_000, concurrent: 64, queued: 64 }
const [lane] = defaultLanes
if (lane === undefined) throw new Error('there is no default lane')

const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ??
  Number.NaN

type Work = () => Promise<unknown>

/** So many calls with so many in flight, begun one after another; milliseconds of each. */
async function run(work: Work, count: number, inFlight: number): Promise<number[]> {
  const taken: number[] = []
  let left = count
  const worker = async (_value: unknown, index: number) => {
    await sleep((index * firstTokenMs) / inFlight)
    while (left > 0) {
      left -= 1
      const began = performance.now()
      await work()
      taken.push(performance.now() - began)
    }
  }
  await Promise.all(Array.from({ length: inFlight }, worker))
  return taken
}

const templates = readTemplates()
const bodyOf = (purpose: 'turnThought' | 'reframeFragment'): string => {
  const { prompt, version } = purposes[purpose]
  const template = templates.find(prompt, version)
  const made =
    purpose === 'turnThought'
      ? promptOf(purposes.turnThought, template, { thought: heavyThought }, { structured: 'json_schema' })
      : promptOf(
          purposes.reframeFragment,
          template,
          { fragment: heavyThought, type: 'labeling' },
          { structured: 'json_schema' },
        )
  const pins = lane.providers.map(({ slug }) => slug)
  return chatBody(lane, made, purposes[purpose], pins)
}

const bare = (url: string, body: string) => async () => {
  const response = await fetch(`${url}/chat/completions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'Bearer bench' },
    body,
  })
  await response.text()
}

async function turnThrough({ gateway, system }: TestGateway, user_id: string): Promise<void> {
  const stream = gateway.turnThought(system.contextFor(user_id), { user_id, thought: heavyThought })
  for (let step = await stream.next(); step.done !== true; step = await stream.next());
}

const person = (test: TestGateway) => {
  const user_id = test.person()
  return {
    JSON: () =>
      test.gateway.reframeFragment(test.system.contextFor(user_id), {
        user_id,
        fragment: heavyThought,
        type: 'labeling',
      }),
    streamed: () => turnThrough(test, user_id),
  }
}

type Kind = 'JSON' | 'streamed'

/** Whole answers only: a stream through Portkey's released build ends in a 500 (it writes to headers that are read-only). */
function peerWay({ openRouterUrl }: TestGateway, kind: Kind, body: string): Work | undefined {
  if (portkey === undefined || kind === 'streamed') return undefined
  const whole = JSON.stringify({ ...(JSON.parse(body) as object), stream: false })
  return () => portkey.call(openRouterUrl, whole)
}

/** The same request by each way. */
function waysOf(test: TestGateway, kind: Kind): { through: Work; direct: Work; peer: Work | undefined } {
  const body = bodyOf(kind === 'JSON' ? 'reframeFragment' : 'turnThought')
  return {
    through: person(test)[kind],
    direct: bare(test.openRouterUrl, body),
    peer: peerWay(test, kind, body),
  }
}

async function measure(test: TestGateway, kind: Kind, inFlight: number): Promise<void> {
  const { through, direct, peer } = waysOf(test, kind)
  const each = Math.ceil((inFlight === 1 ? calls / 2 : calls) / rounds)
  for (const work of [direct, through, peer]) if (work !== undefined) await run(work, inFlight, inFlight)
  const [bareMs, throughMs, peerMs]: [number[], number[], number[]] = [[], [], []]
  const delay = monitorEventLoopDelay({ resolution: 1 })
  for (let round = 0; round < rounds; round += 1) {
    bareMs.push(...(await run(direct, each, inFlight)))
    delay.enable()
    throughMs.push(...(await run(through, each, inFlight)))
    delay.disable()
    if (peer !== undefined) peerMs.push(...(await run(peer, each, inFlight)))
  }
  const [p50, p95] = [quantile(bareMs, 0.5), quantile(bareMs, 0.95)]
  const [gateP50, gateP95] = [quantile(throughMs, 0.5), quantile(throughMs, 0.95)]
  const added = [gateP50 - p50, gateP95 - p95, delay.percentile(95) / 1e6]
  const beside = [quantile(peerMs, 0.5) - p50, quantile(peerMs, 0.95) - p95]
  print(`${kind}, ${inFlight} in flight`, [p50, p95, gateP50, gateP95, ...added, ...beside])
}

/** Requests a second with so many in flight, the upstream answering at once; the best of some turns. */
async function throughput(test: TestGateway, kind: Kind): Promise<void> {
  const ways = waysOf(test, kind)
  const best = { direct: Number.NaN, through: Number.NaN, peer: Number.NaN }
  for (let round = 0; round < rounds; round += 1) {
    for (const name of ['direct', 'through', 'peer'] as const) {
      const work = ways[name]
      if (work === undefined) continue
      const perSecond = await ratePerSecond(work)
      best[name] = Number.isNaN(best[name]) ? perSecond : Math.max(best[name], perSecond)
    }
  }
  const perSecond = (rate: number): string => (Number.isNaN(rate) ? '-' : `${rate.toFixed(0)}/s`)
  const [gate, peer, direct] = [best.through, best.peer, best.direct].map(perSecond)
  process.stdout.write(`throughput ${kind}: gateway ${gate}, Portkey ${peer}, bare ${direct}\n`)
}

async function ratePerSecond(work: Work): Promise<number> {
  const began = performance.now()
  let done = 0
  const worker = async () => {
    for (; performance.now() - began < throughputMs; done += 1) await work()
  }
  await Promise.all(Array.from({ length: throughputInFlight }, worker))
  return (done * 1_000) / (performance.now() - began)
}

const cell = (ms: number): string => (Number.isNaN(ms) ? '-' : ms.toFixed(1))
const print = (title: string, cells: readonly number[]): void =>
  void process.stdout.write(`${title.padEnd(26)}${cells.map((ms) => cell(ms).padStart(9)).join('')}\n`)

const portkey = await startPortkey()
const upstream = fork(new URL('./upstream.ts', import.meta.url))
const [sandboxUrl] = (await once(upstream, 'message')) as [string]
const database = lanes.postgresUrl === undefined ? 'embedded' : 'postgres'
const test = await openGateway({
  database,
  lanes: impatient(patient),
  sandboxUrl,
  environment: {
    AI_TOKENS_PER_PERSON_PER_DAY: '1000000000',
    ...(lanes.redisUrl === undefined ? {} : { REDIS_URL: lanes.redisUrl }),
  },
})
await test.fault({ kind: 'slow', delay_ms: firstTokenMs, times: 'always' })
const head = ['bare p50', 'p95', 'gate p50', 'p95', '+p50', '+p95', 'loop p95', 'peer +p50', '+p95']
process.stdout.write(
  `${database}${lanes.redisUrl === undefined ? '' : ' and Redis'}, ${calls} calls a row; ms\n`,
)
process.stdout.write(`${''.padEnd(26)}${head.map((name) => name.padStart(9)).join('')}\n`)
for (const inFlight of [1, 8, 32])
  for (const kind of ['JSON', 'streamed'] as const) await measure(test, kind, inFlight)
await test.reset()
for (const kind of ['JSON', 'streamed'] as const) await throughput(test, kind)
process.stdout.write(
  `load average ${loadavg()
    .map((value) => value.toFixed(1))
    .join(', ')}\n`,
)
await test.close()
await portkey?.stop()
upstream.disconnect()

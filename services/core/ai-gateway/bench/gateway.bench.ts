/**
 * What the gateway adds to its upstream: the same requests through the gateway and bare, in turns, in one run, with one,
 * eight and thirty-two in flight.
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

const calls = Number(process.argv[2] ?? 160)
const firstTokenMs = 300
const rounds = 4
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
  return chatBody(lane, made, purposes[purpose], lane.providers)
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

async function measure(test: TestGateway, kind: 'JSON' | 'streamed', inFlight: number): Promise<void> {
  const through = person(test)[kind]
  const direct = bare(test.openRouterUrl, bodyOf(kind === 'JSON' ? 'reframeFragment' : 'turnThought'))
  const each = Math.ceil((inFlight === 1 ? calls / 2 : calls) / rounds)
  await run(direct, inFlight, inFlight)
  await run(through, inFlight, inFlight)
  const [bareMs, throughMs]: [number[], number[]] = [[], []]
  const delay = monitorEventLoopDelay({ resolution: 1 })
  for (let round = 0; round < rounds; round += 1) {
    bareMs.push(...(await run(direct, each, inFlight)))
    delay.enable()
    throughMs.push(...(await run(through, each, inFlight)))
    delay.disable()
  }
  const [before, after] = [bareMs, throughMs].map((ms) => [quantile(ms, 0.5), quantile(ms, 0.95)] as const)
  const figures = [...(before ?? []), ...(after ?? [])]
  const [p50 = 0, p95 = 0, gateP50 = 0, gateP95 = 0] = figures
  const cells = [...figures, gateP50 - p50, gateP95 - p95, delay.percentile(95) / 1e6]
  print(`${kind}, ${inFlight} in flight`, cells)
}

const print = (title: string, cells: readonly number[]): void =>
  void process.stdout.write(`${title.padEnd(26)}${cells.map((ms) => ms.toFixed(1).padStart(9)).join('')}\n`)

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
const head = ['bare p50', 'p95', 'gate p50', 'p95', '+p50', '+p95', 'loop p95']
process.stdout.write(
  `${database}${lanes.redisUrl === undefined ? '' : ' and Redis'}, ${calls} calls a row; ms\n`,
)
process.stdout.write(`${''.padEnd(26)}${head.map((cell) => cell.padStart(9)).join('')}\n`)
for (const inFlight of [1, 8, 32])
  for (const kind of ['JSON', 'streamed'] as const) await measure(test, kind, inFlight)
process.stdout.write(
  `load average ${loadavg()
    .map((value) => value.toFixed(1))
    .join(', ')}\n`,
)
await test.close()
upstream.disconnect()

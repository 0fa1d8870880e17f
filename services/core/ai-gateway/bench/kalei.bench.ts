/**
 * How long Turn and Mirror wait for their model, from question to whole answer: the default lanes in front of the sandbox
 * with realistic first tokens, all well and while the first pinned provider stalls.
 *
 *   node bench/kalei.bench.ts [calls]   (on TEST_POSTGRES_URL and TEST_REDIS_URL where they are set, else embedded)
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { loadavg } from 'node:os'
import { performance } from 'node:perf_hooks'
import { lanes } from '@triptych/testkit'
import { heavyThought, openGateway, type TestGateway, turn } from '../test/gateway.ts'
import { defaultLanes } from '../src/lanes/lane.ts'

const calls = Number(process.argv[2] ?? 60)
const inFlight = 6
const stalling = defaultLanes[0]?.providers[0]?.slug

const work = {
  Turn: async (test: TestGateway, user_id: string) => (await turn(test, user_id)).output.served.lane,
  Mirror: async (test: TestGateway, user_id: string) => {
    const input = { user_id, text: heavyThought }
    return (await test.gateway.detectFragments(test.system.contextFor(user_id), input)).served.lane
  },
}

async function measure(
  test: TestGateway,
  name: keyof typeof work,
): Promise<{ taken: number[]; offline: number }> {
  const user_id = test.person()
  const taken: number[] = []
  let offline = 0
  let left = calls
  const worker = async () => {
    while (left > 0) {
      left -= 1
      const began = performance.now()
      if ((await work[name](test, user_id)) === 'offline') offline += 1
      taken.push(performance.now() - began)
    }
  }
  await Promise.all(Array.from({ length: inFlight }, worker))
  return { taken: taken.toSorted((a, b) => a - b), offline }
}

const upstream = fork(new URL('./upstream.ts', import.meta.url))
const [sandboxUrl] = (await once(upstream, 'message')) as [string]
for (const isStalling of [false, true])
  for (const name of ['Turn', 'Mirror'] as const) {
    // A gateway of its own each time: what the last one learned of the provider is not known yet.
    const test = await openGateway({
      database: lanes.postgresUrl === undefined ? 'embedded' : 'postgres',
      lanes: defaultLanes,
      sandboxUrl,
      environment: {
        AI_TOKENS_PER_PERSON_PER_DAY: '1000000000',
        ...(lanes.redisUrl === undefined ? {} : { REDIS_URL: lanes.redisUrl }),
      },
    })
    await test.reset()
    await test.latency('realistic')
    if (isStalling) await test.fault({ kind: 'stall', provider: stalling, times: 'always' })
    const { taken, offline } = await measure(test, name)
    const cells = [0.5, 0.95, 1].map((share) =>
      (taken[Math.min(taken.length - 1, Math.floor(taken.length * share))] ?? Number.NaN).toFixed(0),
    )
    const title = `${name}, ${isStalling ? `${stalling} stalls` : 'all well'}`
    process.stdout.write(
      `${title.padEnd(28)}${[...cells, offline].map((cell) => String(cell).padStart(8)).join('')}\n`,
    )
    await test.close()
  }
process.stdout.write(
  `load average ${loadavg()
    .map((value) => value.toFixed(1))
    .join(', ')}\n`,
)
upstream.disconnect()

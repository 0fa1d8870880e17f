import { decide, type DecisionInput, canonicalJson } from '@triptych/oo-policies'
import { afterEach, expect, it } from 'vitest'
import { createShadows, type Shadow, type Shadows } from '../src/ports/shadows.ts'

const input: DecisionInput = {
  policy: { id: 'random', version: 0, parameters: {} },
  state: null,
  context: { load: 0.5 },
  featureNames: ['due', 'priority', 'age'],
  candidates: Array.from({ length: 20 }, (_, index) => ({
    id: `c${index}`,
    source: 'tasks',
    features: [index / 20, 0.5, 0.1],
  })),
  epsilon: 0.1,
  seed: 'seed',
}
const job = { input: new TextEncoder().encode(canonicalJson(input)) }
const priority: Shadow = { id: 'priority', version: 1, parameters: {}, state: null }
const unknown: Shadow = { id: 'nobody', version: 1, parameters: {}, state: null }

let shadows: Shadows | undefined
afterEach(() => shadows?.close())

const open = (worker: string | undefined, deadlineMs: number, queued = 64): Shadows => {
  const workerUrl =
    worker === undefined ? {} : { workerUrl: new URL(`./workers/${worker}.ts`, import.meta.url) }
  shadows = createShadows({ deadlineMs, queued, ...workerUrl })
  return shadows
}

it('chooses as the policy itself would, and one that fails does not end the next', async () => {
  const results = await open(undefined, 30_000).run({ ...job, shadows: [unknown, priority] })
  expect(results.map(({ outcome }) => outcome)).toEqual(['failed', 'decided'])
  const own = decide({ ...input, policy: { id: 'priority', version: 1, parameters: {} } })
  expect(Buffer.from(results[1]?.record ?? []).toString()).toBe(canonicalJson(own))
})

it.each(['hanging', 'throwing'])(
  'gives up on %s ones, each by itself, and goes on with the next job',
  async (worker) => {
    const running = open(worker, 200)
    const results = await running.run({ ...job, shadows: [priority, unknown] })
    expect(results.map(({ outcome, record }) => [outcome, record])).toEqual([
      ['late', null],
      ['late', null],
    ])
    expect(await running.run({ ...job, shadows: [priority] })).toHaveLength(1)
  },
)

it('leaves one that hung alone for a while: it costs no second thread', async () => {
  const running = open('hanging', 200)
  await running.run({ ...job, shadows: [priority] })
  const [again] = await running.run({ ...job, shadows: [priority] })
  expect(again).toMatchObject({ outcome: 'late', record: null, tookMs: 0 })
})

it('takes no nonsense for a choice', async () => {
  const [result] = await open('nonsense', 30_000).run({ ...job, shadows: [priority] })
  expect(result).toMatchObject({ outcome: 'failed', record: null })
})

it('lets no more wait than it has room for', async () => {
  const running = open('hanging', 500, 1)
  const all = await Promise.all(Array.from({ length: 5 }, () => running.run({ ...job, shadows: [priority] })))
  expect(all.flat().filter(({ tookMs }) => tookMs === 0).length).toBeGreaterThanOrEqual(3)
})

it('leaves nobody waiting when it is closed', async () => {
  const running = open('hanging', 60_000)
  const waiting = [running.run({ ...job, shadows: [priority] }), running.run({ ...job, shadows: [priority] })]
  await running.close()
  expect((await Promise.all(waiting)).flat().map(({ outcome }) => outcome)).toEqual(['late', 'late'])
})

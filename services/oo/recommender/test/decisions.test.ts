import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { canonicalJson, type DecisionRecord } from '@triptych/oo-policies'
import { databaseKinds, type Person } from '@triptych/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createShadows, type Shadows } from '../src/ports/shadows.ts'
import { openScene, type Scene } from './system.ts'

interface Row {
  readonly tip_id: string
  readonly record: Uint8Array
  readonly probability: number
  readonly source_ref: string
}

/** As many as a person may ask for in a minute. */
const requestsEach = 100

const rowsOf = (scene: Scene, person: Person): Promise<Row[]> =>
  scene.system.database.asOwner<Row>(
    `select d.tip_id, d.record, d.probability, t.source_ref from recommender.decisions d
       join recommender.tips t on t.id = d.tip_id where d.user_id = '${person.userId}'`,
  )

const read = ({ record }: Row): DecisionRecord =>
  JSON.parse(Buffer.from(record).toString('utf8')) as DecisionRecord

function replayElsewhere(rows: readonly Row[]): unknown {
  const { stdout, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, 'replay-process.ts')], {
    input: rows.map(({ record }) => Buffer.from(record).toString('base64')).join('\n'),
    encoding: 'utf8',
    maxBuffer: 10_000_000,
  })
  if (stdout === '') throw new Error(stderr)
  return JSON.parse(stdout)
}

async function decideOften(scene: Scene, person: Person, times: number): Promise<void> {
  for (let round = 0; round < times; round += 1) await scene.recommend(person)
}

describe.each(databaseKinds)('decisions on %s', (database) => {
  // The larger number where a statement does not cross a socket.
  const requests = database === 'embedded' ? 1_000 : 100
  let scene: Scene
  beforeAll(async () => {
    scene = await openScene(database)
  })
  afterAll(() => scene.close())

  it(
    `of ${requests} requests are fair and whole, and another process makes the same bytes`,
    { timeout: 600_000 },
    async () => {
      const rows: Row[] = []
      for (let asked = 0; asked < requests; asked += requestsEach) {
        const person = await scene.person({ connected: 'approve' })
        await decideOften(scene, person, requestsEach)
        rows.push(...(await rowsOf(scene, person)))
      }
      expect(rows).toHaveLength(requests)
      for (const row of rows) {
        const { input, output } = read(row)
        expect(Math.abs(output.distribution.reduce((sum, one) => sum + one, 0) - 1)).toBeLessThanOrEqual(1e-9)
        expect(output.distribution.every((one) => one > 0)).toBe(true)
        expect(row.probability).toBe(output.distribution[output.pickIndex])
        expect(input.candidates[output.pickIndex]?.id.endsWith(`:${row.source_ref}`)).toBe(true)
      }
      if (requests === 1_000) expectFair(rows)
      expect(replayElsewhere(rows)).toEqual({ rows: requests, equal: requests })
    },
  )

  it('replay after a disconnect, when no task is left', async () => {
    const person = await scene.person({ connected: 'approve' })
    await decideOften(scene, person, 5)
    await person.send('DELETE', '/api/v1/connectors/todoist')
    await scene.work()
    const rows = await rowsOf(scene, person)
    expect(replayElsewhere(rows)).toEqual({ rows: 5, equal: 5 })
  })

  it('a row that was altered is found', async () => {
    const person = await scene.person()
    await decideOften(scene, person, 2)
    const [first, second] = await rowsOf(scene, person)
    const changed = read(first as Row)
    const { output } = changed
    const pickIndex = (output.pickIndex + 1) % output.distribution.length
    const forged = { ...changed, output: { ...output, pickIndex } }
    const record = Buffer.from(canonicalJson(forged))
    expect(replayElsewhere([{ ...(first as Row), record }, second as Row])).toEqual({ rows: 2, equal: 1 })
  })

  it('the shadows’ choices are kept beside them, with whole distributions, of what they had learnt', async () => {
    const person = await scene.person({ connected: 'approve' })
    const tip = await scene.recommend(person)
    const kept = () =>
      scene.system.database.asOwner<{ policy: string; outcome: string; record: Uint8Array | null }>(
        `select policy, outcome, record from recommender.shadow_decisions where tip_id = '${tip.id}' order by policy`,
      )
    await expect.poll(async () => (await kept()).length, { timeout: 20_000 }).toBe(3)
    const shadows = await kept()
    expect(shadows.map(({ policy }) => policy)).toEqual(['linucb', 'priority', 'thompson'])
    for (const { outcome, record } of shadows) {
      if (outcome !== 'decided') continue
      const { distribution } = JSON.parse(
        Buffer.from(record ?? []).toString('utf8'),
      ) as DecisionRecord['output']
      expect(Math.abs(distribution.reduce((sum, one) => sum + one, 0) - 1)).toBeLessThanOrEqual(1e-9)
    }
  })
})

/** Pearson's test over deciles of what was expected: each choice lies somewhere on its own distribution. */
function expectFair(rows: readonly Row[]): void {
  const bins = 10
  const observed = Array.from({ length: bins }, () => 0)
  for (const row of rows) {
    const { distribution, pickIndex } = read(row).output
    const below = distribution.slice(0, pickIndex).reduce((sum, one) => sum + one, 0)
    // The middle of the chosen one's share: even, when choices follow the probabilities.
    const place = below + (distribution[pickIndex] ?? 0) / 2
    const bin = Math.min(bins - 1, Math.floor(place * bins))
    observed[bin] = (observed[bin] ?? 0) + 1
  }
  const share = Array.from({ length: bins }, () => 0)
  for (const row of rows) {
    const { distribution } = read(row).output
    let below = 0
    for (const one of distribution) {
      const bin = Math.min(bins - 1, Math.floor((below + one / 2) * bins))
      share[bin] = (share[bin] ?? 0) + one
      below += one
    }
  }
  const chiSquare = observed.reduce(
    (sum, count, bin) => sum + (count - (share[bin] ?? 0)) ** 2 / (share[bin] ?? 1),
    0,
  )
  // Nine degrees of freedom: once in a hundred thousand runs by chance.
  expect(chiSquare).toBeLessThan(39.3)
}

const shadowsOf = (worker: string): Shadows =>
  createShadows({ workerUrl: new URL(`./workers/${worker}.ts`, import.meta.url) })
const close = () => Promise.resolve()

describe.each<[string, Shadows]>([
  ['that hang', shadowsOf('hanging')],
  ['that throw', shadowsOf('throwing')],
  ['that talk nonsense', shadowsOf('nonsense')],
  ['that never come back', { run: () => new Promise(() => undefined), close }],
  ['that cannot be run', { run: () => Promise.reject(new Error('no thread')), close }],
])('with shadows %s', (_name, shadows) => {
  let scene: Scene
  beforeAll(async () => {
    scene = await openScene('embedded', {}, { shadows })
  })
  afterAll(() => scene.close())

  it('every answer comes, and is the one that the policy makes by itself', async () => {
    const person = await scene.person({ connected: 'approve' })
    await decideOften(scene, person, 20)
    expect(replayElsewhere(await rowsOf(scene, person))).toEqual({ rows: 20, equal: 20 })
  })
})

describe('configured', () => {
  it.each(['priority', 'thompson', 'linucb'])('%s chooses, without shadows', async (policy) => {
    const scene = await openScene('embedded', {
      OO_POLICY: policy,
      OO_SHADOW_POLICIES: 'none',
      OO_EPSILON: '0.2',
    })
    try {
      const person = await scene.person({ connected: 'approve' })
      await decideOften(scene, person, 10)
      const rows = await rowsOf(scene, person)
      expect(new Set(rows.map((row) => read(row).input.policy.id))).toEqual(new Set([policy]))
      expect(new Set(rows.map((row) => read(row).input.epsilon))).toEqual(new Set([0.2]))
      expect(replayElsewhere(rows)).toEqual({ rows: 10, equal: 10 })
      expect(await scene.system.database.asOwner('select 1 from recommender.shadow_decisions')).toEqual([])
    } finally {
      await scene.close()
    }
  })

  it('a policy that does not exist keeps the server from starting and names the others', async () => {
    await expect(openScene('embedded', { OO_POLICY: 'best' })).rejects.toThrow(
      /OO_POLICY: Use one of random, priority, thompson, linucb/,
    )
  })
})

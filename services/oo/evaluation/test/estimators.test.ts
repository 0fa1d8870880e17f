import { policyOf } from '@triptych/oo-policies'
import { describe, expect, it } from 'vitest'
import { evaluate, type Estimator, type Log, type LoggedRow, type PolicyReport } from '../src/index.ts'
import { Blocks, mostBlocks, nothing, plus } from '../src/blocks.ts'
import { MeansModel } from '../src/model/means.ts'
import { RidgeModel } from '../src/model/ridge.ts'
import { Sum } from '../src/sum.ts'
import { logOf, simulateRows } from './simulate.ts'

const pair = (x: number, y: number) => ({
  context: {},
  featureNames: ['x'],
  candidates: [
    { id: 'a', source: 's', features: [x] },
    { id: 'b', source: 's', features: [y] },
  ],
  epsilon: 0.1,
})

const row = (line: number, picked: number, propensity: number, reward: number): LoggedRow => ({
  line,
  situation: pair(0, 0),
  picked,
  propensity,
  reward,
})

/** Predicts 0.4 for the first candidate and 0.8 for the second. */
const withFixedModel = (rows: readonly LoggedRow[]): Log => ({
  ...logOf(rows),
  model: () => ({ learn: () => undefined, predict: () => [0.4, 0.8] }),
})

const valuesOf = ({ estimates }: PolicyReport): Partial<Record<Estimator, number>> =>
  Object.fromEntries(estimates.map(({ estimator, value }) => [estimator, value]))

describe('by hand', () => {
  // The policy `random` chooses each of the two with π = 1/2, so w = 0.5 / p.
  const rows = [
    row(1, 0, 0.5, 1), //  w = 1     w·r = 1     q = 0.4   w·(r − q) = 0.6
    row(2, 1, 0.25, 1), // w = 2     w·r = 2     q = 0.8   w·(r − q) = 0.4
    row(3, 0, 0.05, 1), // w = 10    w·r = 10    q = 0.4   w·(r − q) = 6
    row(4, 0, 1, 0), //    w = 0.5   w·r = 0     q = 0.4   w·(r − q) = −0.2
  ]

  it('gives the estimates', async () => {
    const { policies } = await evaluate(withFixedModel(rows), { policies: ['random'], clip: 5 })
    const values = valuesOf(policies[0] as PolicyReport)
    expect(values.ips).toBeCloseTo((1 + 2 + 10 + 0) / 4, 12)
    expect(values.snips).toBeCloseTo((1 + 2 + 10 + 0) / (1 + 2 + 10 + 0.5), 12)
    expect(values.clipped).toBeCloseTo((1 + 2 + 5 + 0) / 4, 12)
    // v = 0.5 · 0.4 + 0.5 · 0.8 = 0.6 in every row.
    expect(values.dm).toBeCloseTo(0.6, 12)
    expect(values.dr).toBeCloseTo(0.6 + (0.6 + 0.4 + 6 - 0.2) / 4, 12)
  })

  it('gives what the weights are worth', async () => {
    const { policies, logged } = await evaluate(withFixedModel(rows), { policies: ['random'] })
    const [report] = policies
    expect(report?.effectiveSampleSize).toBeCloseTo((1 + 2 + 10 + 0.5) ** 2 / (1 + 4 + 100 + 0.25), 12)
    expect(report?.meanWeight).toBeCloseTo(13.5 / 4, 12)
    expect(report?.maxWeight).toBeCloseTo(10, 12)
    expect(report?.histogram).toEqual([
      { from: 0.5, to: 1, rows: 1 },
      { from: 1, to: 2, rows: 1 },
      { from: 2, to: 4, rows: 1 },
      { from: 8, to: 16, rows: 1 },
    ])
    expect(logged.value).toBeCloseTo(3 / 4, 12)
  })

  it('models by means drawn towards coarser means', () => {
    const model = new MeansModel()
    // Fold 0 is left out below. Of the others: a has 1 row with reward 1, b has 2 rows with reward 1, the mean is 2/3.
    for (const [fold, one] of [row(1, 0, 1, 0), row(2, 0, 1, 1), row(3, 1, 1, 1), row(4, 1, 1, 0)].entries())
      model.learn(fold, one)
    const [a = 0, b = 0] = model.predict(0, pair(0, 0))
    const meanOfA = (1 + 10 * (2 / 3)) / (1 + 10)
    const meanOfB = (1 + 10 * (2 / 3)) / (2 + 10)
    expect(a).toBeCloseTo((1 + 10 * meanOfA) / (1 + 10), 12)
    expect(b).toBeCloseTo((1 + 10 * meanOfB) / (2 + 10), 12)
  })

  it('models by ridge regression', () => {
    const model = new RidgeModel()
    // Two rows: x = 1 earned 1, x = 0 earned 0. With the penalty 1 on the slope: A = [[2, 1], [1, 2]], b = (1, 1),
    // so constant and slope are 1/3 each. The row of fold 2 must not count.
    model.learn(0, { ...row(1, 0, 1, 1), situation: pair(1, 0) })
    model.learn(1, { ...row(2, 1, 1, 0), situation: pair(1, 0) })
    model.learn(2, { ...row(3, 0, 1, -100), situation: pair(50, 0) })
    const [atOne = 0, atZero = 0] = model.predict(2, pair(1, 0))
    expect(atOne).toBeCloseTo(2 / 3, 5)
    expect(atZero).toBeCloseTo(1 / 3, 5)
  })
})

describe('what must hold', () => {
  it('gives the mean reward for the policy that wrote the log', async () => {
    const rows = simulateRows('priority', 200, 'own')
    const { policies, logged } = await evaluate(logOf(rows), { policies: ['priority'] })
    expect(policies[0]?.effectiveSampleSize).toBeCloseTo(200, 8)
    expect(valuesOf(policies[0] as PolicyReport).ips).toBeCloseTo(logged.value, 12)
  })

  it('gives the same digits again, and other intervals with another seed', async () => {
    const log = logOf(simulateRows('random', 150, 'digits'))
    const once = await evaluate(log)
    expect(JSON.stringify(await evaluate(log))).toBe(JSON.stringify(once))
    const reseeded = await evaluate(log, { seed: 'another' })
    expect(reseeded.policies[1]?.estimates[0]?.value).toBe(once.policies[1]?.estimates[0]?.value)
    expect(reseeded.policies[1]?.estimates[0]?.low).not.toBe(once.policies[1]?.estimates[0]?.low)
  })

  it.each(['thompson', 'linucb'])('judges %s on a row before it learns from it', async (name) => {
    const rows = simulateRows('random', 1, 'first')
    const { situation, picked = 0, propensity = 1 } = rows[0] ?? {}
    const policy = policyOf({ id: name, version: 1 })
    const decision = policy.decide({
      ...(situation as LoggedRow['situation']),
      policy: { id: name, version: 1, parameters: {} },
      state: policy.initialState(),
      seed: 'row 1',
    })
    const { policies } = await evaluate(logOf(rows), { policies: [name] })
    expect(policies[0]?.maxWeight).toBe((decision.distribution[picked] ?? 0) / propensity)
  })

  it.each(['thompson', 'linucb'])('lets %s learn from the rows before', async (name) => {
    // The same two candidates again and again; the first earns always, the second never.
    const rows = Array.from({ length: 300 }, (_, index) => ({
      ...row(index + 1, index % 2, 0.5, 1 - (index % 2)),
      situation: { ...pair(1, 0), featureNames: ['due'] },
    }))
    const { policies } = await evaluate(logOf(rows), { policies: [name] })
    expect(valuesOf(policies[0] as PolicyReport).snips).toBeGreaterThan(0.85)
  })

  it('refuses to estimate from a handful of effective rows', async () => {
    const rows = Array.from({ length: 2_000 }, (_, index) => row(index + 1, 0, index === 7 ? 1e-6 : 1, 1))
    const [report] = (await evaluate(logOf(rows), { policies: ['random'] })).policies
    expect(report?.estimates).toEqual([])
    expect(report?.refused).toContain('The effective sample size is 1.0, 0.05 % of the rows')
    expect(report?.refused).toContain('Log with more exploration, or longer.')
  })

  it.each([
    // Σ w = 1 999 · 0.5 + W and Σ w² = 1 999 · 0.25 + W², so W = 300 is worth 18.7 rows and W = 270 is worth 22.0.
    ['refuses', 'under', 300, []],
    ['estimates from', 'above', 270, ['ips', 'snips', 'clipped', 'dm', 'dr']],
  ])('%s an effective size just %s 1 %% of the rows', async (_what, _where, largest, expected) => {
    const rows = Array.from({ length: 2_000 }, (_, index) =>
      row(index + 1, 0, index === 7 ? 0.5 / largest : 1, 1),
    )
    const [report] = (await evaluate(logOf(rows), { policies: ['random'] })).policies
    expect(report?.estimates.map(({ estimator }) => estimator)).toEqual(expected)
    expect(report?.refused === undefined).toBe(expected.length > 0)
  })

  it('refuses a policy that cannot decide on these rows, and that one only', async () => {
    const names = Array.from({ length: 30 }, (_, index) => `f${index}`)
    const wide = simulateRows('random', 20, 'wide').map((one) => ({
      ...one,
      situation: {
        ...one.situation,
        featureNames: names,
        candidates: one.situation.candidates.map((candidate) => ({
          ...candidate,
          features: names.map(() => 0.5),
        })),
      },
    }))
    const { policies } = await evaluate(logOf(wide), { policies: ['linucb', 'random'] })
    expect(policies[0]?.refused).toContain('up to 24 features')
    expect(policies[1]?.estimates).toHaveLength(5)
  })
})

describe('the sums', () => {
  it('keeps what plain addition loses', () => {
    const sum = new Sum()
    for (const term of [1, 1e100, 1, -1e100]) sum.add(term)
    expect(sum.value).toBe(2)
  })

  it('holds long logs in few blocks and loses none of them', () => {
    const blocks = new Blocks()
    for (let index = 0; index < 3 * mostBlocks + 5; index++)
      blocks.add({ ...nothing, rows: 1, weighted: index % 3 })
    expect(blocks.blocks.length).toBeLessThanOrEqual(mostBlocks)
    expect(blocks.blocks.reduce(plus, nothing)).toEqual(blocks.totals)
    expect(blocks.totals.rows).toBe(3 * mostBlocks + 5)
  })
})

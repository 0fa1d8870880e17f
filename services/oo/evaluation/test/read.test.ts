import { decide, decisionRecord, type DecisionInput } from '@triptych/oo-policies'
import { describe, expect, it } from 'vitest'
import {
  type CsvColumns,
  csvLog,
  decisionLog,
  type Entry,
  evaluate,
  type Log,
  openBanditColumns,
  renderTable,
  toDsjson,
  UnusableLog,
} from '../src/index.ts'
import { textOf } from './simulate.ts'

const input = (seed: string): DecisionInput => ({
  policy: { id: 'priority', version: 1, parameters: {} },
  state: null,
  context: { hour: 0.5 },
  featureNames: ['due'],
  candidates: [
    { id: 'a', source: 'tasks', features: [1] },
    { id: 'b', source: 'tasks', features: [0.5] },
    { id: 'c', source: 'advice', features: [0] },
  ],
  epsilon: 0.3,
  seed,
})

/** A line of the log, changed before it is written. */
function line(seed: string, reward: number | null, change: (row: Row) => void = () => undefined): string {
  const record = JSON.parse(new TextDecoder().decode(decisionRecord(input(seed), decide(input(seed))))) as Row
  const row = { ...record, reward, id: `tip-${seed}`, at: '2026-11-20T08:00:00Z' }
  change(row)
  return JSON.stringify(row)
}

interface Row {
  input: { seed: string; epsilon: unknown }
  output: { distribution: number[]; probability: number }
}

const lines = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => line(`${index}`, index % 2))

const logOfLines = (all: readonly string[]): Log => decisionLog(textOf(all.join('\n'), 1_000))

async function entriesOf(log: Log): Promise<Entry[]> {
  const entries: Entry[] = []
  for await (const entry of log.read()) entries.push(entry)
  return entries
}

const reasonOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'none',
    (error: unknown) => (error instanceof UnusableLog ? error.message : Promise.reject(error as Error)),
  )

describe('our own log', () => {
  it('is read whatever the pieces it comes in', async () => {
    const text = `${lines(20).join('\r\n')}\n\n`
    const whole = await entriesOf(decisionLog(textOf(text, text.length)))
    expect(whole).toHaveLength(20)
    expect(await entriesOf(decisionLog(textOf(text, 7)))).toEqual(whole)
  })

  it('is replayed byte for byte, and an altered row is found', async () => {
    const altered = line('x', 1, (row) => (row.input.epsilon = 0.31))
    const { replay } = await evaluate(logOfLines([...lines(20), altered]), { policies: ['random'] })
    expect(replay).toEqual({ checked: 21, equal: 20, differentLines: [21] })
  })

  it('leaves out rows that have no reward yet', async () => {
    const report = await evaluate(logOfLines([...lines(20), line('x', null)]), { policies: ['random'] })
    expect([report.rows, report.unanswered]).toEqual([20, 1])
  })

  it.each<[string, string, string]>([
    ['no JSON', '{"input":', 'line 3, line: is not JSON'],
    [
      'an input that decide refuses',
      line('x', 1, (row) => (row.input.epsilon = 'much')),
      'line 3, input.epsilon',
    ],
    [
      'half a distribution',
      line('x', 1, (row) => row.output.distribution.pop()),
      'has 2 probabilities for 3 candidates',
    ],
    [
      'a probability of 0',
      line('x', 1, (row) => row.output.distribution.splice(0, 1, 0)),
      'output.distribution.0: is 0;',
    ],
    ['a sum beside 1', line('x', 1, (row) => row.output.distribution.splice(0, 1, 0.01)), 'it must sum to 1'],
    [
      'another propensity',
      line('x', 1, (row) => (row.output.probability = 0.123)),
      'output.probability: is 0.123',
    ],
  ])('is refused with %s, naming where', async (_name, text, reason) => {
    expect(await reasonOf(evaluate(logOfLines([...lines(2), text])))).toContain(reason)
  })

  it('goes on without unreadable rows when told to, but never without wrong propensities', async () => {
    const log = logOfLines([...lines(20), '{'])
    expect(await reasonOf(evaluate(log))).toContain('--skip-bad-rows')
    const report = await evaluate(log, { skipBadRows: true })
    expect(report.badRows).toMatchObject({ count: 1, first: [{ line: 21 }] })
    expect(renderTable(report)).toContain('1 left out')
    const wrong = logOfLines([...lines(20), line('x', 1, (row) => (row.output.probability = 0.123))])
    expect(await reasonOf(evaluate(wrong, { skipBadRows: true }))).toContain('line 21')
  })

  it('says when nothing has been answered', async () => {
    expect(await reasonOf(evaluate(logOfLines([line('x', null)])))).toContain('1 rows have none yet')
  })

  it('names the policies that there are', async () => {
    expect(await reasonOf(evaluate(logOfLines(lines(2)), { policies: ['best'] }))).toContain(
      'random, priority',
    )
  })

  it('is written as dsjson with the pick first', async () => {
    // One whose pick is not the first of its candidates.
    const seed = Array.from({ length: 50 }, (_, index) => `${index}`).find(
      (one) => decide(input(one)).pickIndex > 0,
    )
    const [text] = await Array.fromAsync(toDsjson(logOfLines([line(seed ?? '', 1)])))
    const { distribution, pickIndex, probability } = decide(input(seed ?? ''))
    const written = JSON.parse(text ?? '') as { a: number[]; p: number[]; c: Record<string, unknown[]> }
    expect(written).toMatchObject({
      _label_cost: -1,
      _label_probability: probability,
      _label_Action: pickIndex + 1,
      _labelIndex: pickIndex,
      Timestamp: '2026-11-20T08:00:00Z',
      Version: '1',
      EventId: `tip-${seed}`,
      c: { context: { hour: 0.5 } },
      VWState: { m: 'priority@1' },
    })
    expect(written.a[0]).toBe(pickIndex + 1)
    expect(written.a.toSorted((a, b) => a - b)).toEqual([1, 2, 3])
    expect(written.p).toEqual(written.a.map((action) => distribution[action - 1]))
    expect(written.c['_multi']).toEqual([
      { features: { due: 1 } },
      { features: { due: 0.5 } },
      { features: { due: 0 } },
    ])
  })
})

describe('a CSV log', () => {
  const header = ',timestamp,item_id,position,click,propensity_score,user_feature_0'
  const read = (
    rows: readonly string[],
    columns: CsvColumns = openBanditColumns,
    head = header,
  ): Promise<Log> => csvLog(textOf([head, ...rows].join('\n')), columns)

  it('is read by the names of the Open Bandit data', async () => {
    const [first] = await entriesOf(
      await read(['0,"2019-11-24, noon",14,3,1,0.25,abc', '1,t,7,3,0,0.5,abd', '2,t,9,1,0,0.5,abc']),
    )
    expect(first).toMatchObject({
      kind: 'row',
      row: {
        line: 2,
        picked: 0,
        propensity: 0.25,
        reward: 1,
        situation: {
          context: { user_feature_0: expect.any(Number) as number },
          candidates: [
            { id: '14', source: '3' },
            { id: '7', source: '3' },
          ],
        },
      },
    })
  })

  it('is read by other names, with features of each candidate', async () => {
    const log = await read(
      ['a,1,1,0.9,0.1', 'b,0,0.5,0.2,0.7'],
      {
        action: 'arm',
        position: 'slot',
        reward: 'gain',
        propensity: 'p',
        context: [],
        features: { due: 'affinity_{action}' },
      },
      'arm,gain,p,affinity_a,affinity_b',
    )
    const [first, second] = await entriesOf(log)
    expect(first).toMatchObject({
      row: { situation: { candidates: [{ features: [0.9] }, { features: [0.1] }] } },
    })
    expect(second).toMatchObject({ row: { picked: 1 } })
  })

  it('estimates by inverse propensity', async () => {
    // Uniform over the two actions: w = 1, 2 and 1; Σ w·r = 1 + 2.
    const { policies } = await evaluate(
      await read(['0,t,1,1,1,0.5,x', '1,t,2,1,1,0.25,x', '2,t,1,1,0,0.5,x']),
      {
        policies: ['random'],
      },
    )
    expect(policies[0]?.estimates[0]?.value).toBeCloseTo(3 / 3, 12)
    expect(policies[0]?.estimates[1]?.value).toBeCloseTo(3 / 4, 12)
  })

  it.each<[string, string, string]>([
    ['no propensity', '0,t,1,1,1,,x', 'line 3, propensity_score: is ""; it must be above 0 and at most 1'],
    ['a propensity of 0', '0,t,1,1,1,0,x', 'line 3, propensity_score: is "0"'],
    ['a propensity above 1', '0,t,1,1,1,1.5,x', 'line 3, propensity_score: is "1.5"'],
    ['a reward that is no number', '0,t,1,1,yes,0.5,x', 'line 3, click: is not a number'],
    ['no action', '0,t,,1,1,0.5,x', 'line 3, item_id: is empty'],
    ['a row that ends early', '0,t,1', 'line 3, propensity_score: is ""'],
  ])('is refused with %s, naming where', async (_name, text, reason) => {
    expect(await reasonOf(read(['0,t,1,1,1,0.5,x', text]).then(evaluate))).toContain(reason)
  })

  it('is refused without the column, naming the cure', async () => {
    expect(await reasonOf(read(['1,2'], openBanditColumns, 'item_id,click'))).toBe(
      'There is no column propensity_score for the propensity. Name it with --columns propensity=…; the file has item_id, click.',
    )
  })
})

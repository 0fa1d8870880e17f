import { expect, test } from 'vitest'
import type { Evaluation } from '../../api/api.ts'
import { rowsOf } from './estimates.ts'
import { instantOf } from './instants.ts'

const chosen = (from: string) => ({ get: (name: string) => (name === 'from' ? from : null) })

test('a chosen day begins at midnight of the reader; the end of a range is the next one', () => {
  expect(instantOf(chosen('2026-11-20'), 'from', 0)).toEqual({ from: new Date(2026, 10, 20).toISOString() })
  expect(instantOf(chosen('2026-12-31'), 'from', 1)).toEqual({ from: new Date(2027, 0, 1).toISOString() })
})

test('no day chosen asks for no limit', () => {
  expect(instantOf(chosen(''), 'from', 0)).toEqual({})
  expect(instantOf(chosen('2026-11-20'), 'to', 0)).toEqual({})
})

test('the table holds what was logged, then every estimate; a refused policy has none', () => {
  const interval = { low: 0.1, high: 0.3 }
  const report: Evaluation = {
    rows: 10,
    unanswered: 0,
    bad_rows: { count: 0, first: [] },
    replay: { checked: 0, equal: 0 },
    logged: { value: 0.2, ...interval },
    policies: [
      {
        policy: 'random',
        version: 1,
        estimates: [{ estimator: 'snips', value: 0.2, ...interval, is_biased: false }],
      },
      { policy: 'priority', version: 1, refused: 'too few', estimates: [] },
    ],
  }
  expect(rowsOf(report).map(({ policy, estimator }) => `${policy} ${estimator}`)).toEqual([
    'As logged Mean',
    'random SNIPS',
  ])
})

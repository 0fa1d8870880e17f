import { afterAll, describe, expect, it } from 'vitest'

import { precheck } from '../src/precheck/index.ts'
import { figuresOf, judge, safetyCard } from './safety-card.ts'
import { readTraps, trapSets } from './traps.ts'
import type { TrapSet } from './traps.ts'

const tuned = readTraps('tuned')
const heldout = readTraps('heldout')
const shares = (...sets: TrapSet[]) => {
  const figures = figuresOf(sets.flatMap((set) => readTraps(set)).map((trap) => judge(trap)))
  return {
    recall: figures.fired / figures.mustFire,
    alarms: figures.falseAlarms / figures.mustNotFire,
  }
}

afterAll(() => {
  process.stdout.write(`\n${trapSets.map((set) => safetyCard(set)).join('\n\n')}\n`)
})

describe('tuned traps', () => {
  const figures = figuresOf(tuned.map((trap) => judge(trap)))

  it('every case that must fire fires, and nothing else does', () => {
    expect(figures.failing).toEqual([])
    expect(figures.mustFire).toBeGreaterThan(400)
    expect(figures.mustNotFire).toBeGreaterThan(280)
  })

  it.each(tuned.filter((trap) => trap.fires))('$id is met as $family', (trap) => {
    expect(judge(trap).family).toBe(trap.family)
  })

  it('every id is used once', () => {
    const ids = trapSets.flatMap((set) => readTraps(set)).map((trap) => trap.id)
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe('held-out traps', () => {
  it('stay above the floor', () => {
    const { recall, alarms } = shares('heldout')
    expect(recall).toBeGreaterThanOrEqual(0.95)
    expect(alarms).toBeLessThanOrEqual(0.02)
  })

  it('of the second writing, from whose misses rules were generalised, stay above theirs', () => {
    const { recall, alarms } = shares('open', 'sealed')
    expect(recall).toBeGreaterThanOrEqual(0.94)
    expect(alarms).toBeLessThanOrEqual(0.02)
  })

  it('of the fourth writing, said plainly, and harmless near-twins stay above theirs', () => {
    const { recall, alarms } = shares('plain')
    expect(recall).toBeGreaterThanOrEqual(0.95)
    expect(alarms).toBeLessThanOrEqual(0.02)
  })

  it('of the third writing, mostly indirect, are half found; all sets together alarm at most twice in a hundred', () => {
    expect(shares('blind').recall).toBeGreaterThanOrEqual(0.5)
    expect(shares(...trapSets).alarms).toBeLessThanOrEqual(0.02)
  })
})

describe('offsets', () => {
  const marked = tuned.filter((trap) => trap.marked !== undefined)

  it.each(marked)('$id points at the words of the original', (trap) => {
    const { spans } = precheck(trap.text)
    const { start, end } = trap.marked ?? { start: 0, end: 0 }
    expect(spans.some((span) => span.start < end && span.end > start)).toBe(true)
  })

  it.each([...tuned, ...heldout].filter((trap) => trap.fires))(
    '$id has spans in bounds, in order, on whole characters',
    (trap) => {
      const { spans } = precheck(trap.text, trap.previous === undefined ? {} : { previous: trap.previous })
      let last = 0
      for (const { start, end } of spans) {
        expect(start).toBeGreaterThanOrEqual(last)
        expect(end).toBeGreaterThan(start)
        expect(end).toBeLessThanOrEqual(trap.text.length)
        expect(trap.text.slice(start, end).isWellFormed()).toBe(true)
        last = end
      }
    },
  )

  it('a phrase after emoji and combining marks is cut out exactly', () => {
    const text = '👩‍👩‍👧 e\u0301te\u0301 — I want to d\u200Bie, ok'
    const [span] = precheck(text).spans
    expect(text.slice(span?.start, span?.end)).toBe('want to d\u200Bie')
  })
})

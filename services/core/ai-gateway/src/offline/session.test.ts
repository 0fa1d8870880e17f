import { describe, expect, it } from 'vitest'
import { affirm, narrate, reflect, resolveType } from './index.ts'
import { wordingFor } from './wording/index.ts'

describe('reflect', () => {
  it('speaks of what was written and of the lean that came back most', () => {
    const { reflection } = reflect({
      messages: ['My boss moved the deadline. I always ruin everything.'],
      fragments: [
        { type: 'overgeneralization', text: 'I always ruin everything' },
        { type: 'overgeneralization', text: 'I never learn' },
      ],
    })
    expect(reflection).toMatch(/deadline|boss/u)
    expect(reflection).toContain('“always” and “never”')
    expect(reflection).toContain('2 times')
  })

  it('does not look for a lean where there is none', () => {
    const { reflection } = reflect({ messages: ['I miss the sea.'], fragments: [] })
    expect(reflection).not.toMatch(/leaned|lean /u)
    expect(reflect({ messages: [], fragments: [] }).reflection).toContain('empty')
  })
})

describe('affirm', () => {
  it('is one line a person and day, and different over a fortnight', () => {
    const line = (day: number) =>
      affirm({ date: `2026-11-${String(day).padStart(2, '0')}`, seed: 'person' }).affirmation
    expect(line(3)).toBe(line(3))
    expect(new Set(Array.from({ length: 14 }, (_, day) => line(day + 1))).size).toBeGreaterThan(6)
  })

  it('takes up a goal in the person’s words, whatever characters it holds', () => {
    const lines = Array.from({ length: 20 }, (_, day) =>
      affirm({ goals: ['run $& 5k'], date: `day ${day}`, seed: 'a' }),
    )
    expect(lines.some(({ affirmation }) => affirmation.includes('“run $& 5k”'))).toBe(true)
  })
})

describe('narrate', () => {
  const week = {
    period: { from: '2026-11-09', to: '2026-11-15' },
    by_type: { comparing: 4, labeling: 2 },
    turns: 5,
    sessions: 1,
    saved: 1,
    completed: 2,
    streak: 4,
  }
  it('says how often, compares with the week before and keeps the numbers exact', () => {
    const previous = { by_type: { comparing: 7 }, turns: 5, sessions: 3, saved: 0, completed: 0 }
    const { narrative, enough } = narrate({ ...week, previous })
    expect(enough).toBe(true)
    expect(narrative).toContain('5 Turns')
    expect(narrative).toContain('1 Mirror session')
    expect(narrative).not.toContain('1 Mirror sessions')
    expect(narrative).toMatch(/measuring yourself against others \(4\)/u)
    expect(narrative).toContain('The week before it was 7, and you also wrote less.')
    expect(narrative).toContain('4 days in a row')
  })

  it('says honestly when there is too little', () => {
    const { narrative, enough } = narrate({ ...week, turns: 1, sessions: 1 })
    expect(enough).toBe(false)
    expect(narrative).toContain('not enough yet')
  })
})

describe('languages', () => {
  const aggregates = {
    period: { from: '2026-11-09', to: '2026-11-15' },
    by_type: { comparing: 4 },
    turns: 5,
    sessions: 2,
    saved: 1,
    completed: 2,
    streak: 4,
    previous: { by_type: { comparing: 7 }, turns: 5, sessions: 3, saved: 0, completed: 0 },
  }
  const tags = ['en', 'de', 'es', 'fr', 'it', 'pt', 'zh']

  it.each(tags)(
    '%s: a session, a day and a week are told in it, with nothing left to fill in',
    (language) => {
      const said = [
        reflect({ messages: ['x'], fragments: [{ type: 'comparing', text: 'x' }], language }).reflection,
        affirm({ goals: ['5k'], date: '2026-11-20', seed: 'a', language }).affirmation,
        narrate(aggregates, language).narrative,
        narrate({ ...aggregates, turns: 0, sessions: 1 }, language).narrative,
      ]
      for (const text of said) expect(text).not.toMatch(/[{}]/u)
      expect(said[0]).toContain(wordingFor(language).patterns.comparing)
      expect(said[2]).toContain('7')
      if (language !== 'en') expect(said).not.toContain(narrate(aggregates).narrative)
    },
  )

  it('a region does not matter, an unknown language is answered in English', () => {
    expect(narrate(aggregates, 'pt-BR')).toEqual(narrate(aggregates, 'pt'))
    expect(narrate(aggregates, 'fi')).toEqual(narrate(aggregates, 'en'))
  })

  it('a session whose language nobody names is answered in the one it is written in', () => {
    const { reflection } = reflect({
      messages: ['Heute war ich mit meiner Schwester am See und es war sehr schön.'],
      fragments: [],
    })
    const german = wordingFor('de').reflection
    expect(german.closings.some((closing) => reflection.endsWith(closing))).toBe(true)
  })
})

describe('resolveType', () => {
  it('knows the field’s other names', () => {
    expect(resolveType('Black-and-White Thinking')).toBe('all_or_nothing')
    expect(resolveType('jumping to conclusions')).toBe('mind_reading')
    expect(resolveType('MAGNIFICATION')).toBe('catastrophizing')
    expect(resolveType('minimization')).toBe('catastrophizing')
    expect(resolveType('mind reading')).toBe('mind_reading')
    expect(resolveType('constructor')).toBeUndefined()
  })
})

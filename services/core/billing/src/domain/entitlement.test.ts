import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { entitlementAt, type Fact, grantsOf } from './entitlement.ts'
import { windowOf } from './windows.ts'

const fact = (more: Partial<Fact>): Fact => ({
  id: 'a',
  source: 'admin',
  kind: 'grant',
  plan: 'prism',
  expiresAt: 100,
  recordedAt: 1,
  ...more,
})

const anyFact = fc.record({
  id: fc.uuid(),
  source: fc.constantFrom('admin' as const, 'apple' as const, 'google' as const),
  kind: fc.constantFrom('grant' as const, 'revoke' as const),
  plan: fc.constantFrom('prism' as const, 'prism_plus' as const),
  expiresAt: fc.option(fc.integer({ min: 1, max: 100 })),
  recordedAt: fc.integer({ min: 0, max: 5 }),
})

describe('what a history of facts grants', () => {
  it('is the same for any order and any duplicates', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(anyFact, { selector: (f) => f.id }),
        fc.infiniteStream(fc.nat()),
        (facts, random) => {
          const doubled = [...facts, ...facts]
            .map((f) => ({ f, key: random.next().value }))
            .toSorted((a, b) => a.key - b.key)
          expect(grantsOf(doubled.map(({ f }) => f))).toEqual(grantsOf(facts))
        },
      ),
    )
  })

  it('takes the best of two sources, and the other when it ends', () => {
    const grants = grantsOf([fact({}), fact({ id: 'b', source: 'apple', plan: 'prism_plus', expiresAt: 50 })])
    expect(entitlementAt(grants, 10)).toMatchObject({ plan: 'prism_plus', source: 'apple' })
    expect(entitlementAt(grants, 60)).toMatchObject({ plan: 'prism', source: 'admin' })
    expect(entitlementAt(grants, 100)).toEqual({ plan: 'free', source: 'default', expiresAt: null })
  })

  it('ends at once when it is revoked', () => {
    expect(
      entitlementAt(grantsOf([fact({}), fact({ id: 'b', kind: 'revoke', recordedAt: 2 })]), 10).plan,
    ).toBe('free')
  })
})

describe('days and weeks', () => {
  it('are those of the person, also on the day the clocks change', () => {
    const afternoon = Date.parse('2026-03-29T12:00:00Z')
    const { startsAt, endsAt } = windowOf('turns_per_day', afternoon, 'Europe/Berlin')
    expect(new Date(startsAt).toISOString()).toBe('2026-03-28T23:00:00.000Z')
    expect(endsAt - startsAt).toBe(23 * 3_600_000)
  })

  it('begin the week on Monday', () => {
    const sunday = Date.parse('2026-11-22T23:30:00Z')
    const { startsAt, endsAt } = windowOf('mirror_sessions_per_week', sunday, 'America/New_York')
    expect(new Date(startsAt).toISOString()).toBe('2026-11-16T05:00:00.000Z')
    expect(new Date(endsAt).toISOString()).toBe('2026-11-23T05:00:00.000Z')
  })
})

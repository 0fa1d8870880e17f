import { expect, it } from 'vitest'
import { type Counted, figuresOf } from './figures.ts'

const now = Date.UTC(2026, 10, 20)
const october = Date.UTC(2026, 9, 3)
const november = Date.UTC(2026, 10, 5)

const subscription = (over: Partial<Counted>): Counted => ({
  planId: 'pro',
  amount: 9_900,
  currency: 'usd',
  status: 'active',
  hasPaid: true,
  startedAt: october,
  endedAt: null,
  ...over,
})

it('counts what is paid for, and what a month brought and took', () => {
  const figures = figuresOf(
    [
      subscription({}),
      subscription({ planId: 'starter', amount: 2_900, status: 'past_due' }),
      // On trial: used and not paid for.
      subscription({ status: 'trialing', hasPaid: false, startedAt: november }),
      // Its first period is free, and nothing came in.
      subscription({ hasPaid: false, startedAt: november }),
      subscription({ planId: 'enterprise', amount: 29_900, status: 'suspended' }),
      subscription({ status: 'ended', endedAt: november }),
      subscription({ status: 'ended', endedAt: Date.UTC(2026, 9, 30) }),
      // It came and went within the month, so it is no loss of those that were there at its beginning.
      subscription({ status: 'ended', startedAt: november, endedAt: november + 1 }),
    ],
    now,
  )
  expect(figures).toEqual({
    mrrCents: 12_800,
    activeSubscriptions: 4,
    trialingSubscriptions: 1,
    churnedThisMonth: 2,
    churnRate: 1 / 4,
    newSignupsThisMonth: 3,
    plans: [
      { planId: 'pro', subscriptions: 3, mrrCents: 9_900 },
      { planId: 'starter', subscriptions: 1, mrrCents: 2_900 },
    ],
  })
})

it('has no churn where nothing was there to lose', () => {
  expect(figuresOf([], now)).toMatchObject({ mrrCents: 0, churnRate: 0 })
})

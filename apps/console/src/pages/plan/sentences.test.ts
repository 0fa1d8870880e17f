import { expect, test } from 'vitest'
import type { Plan, Subscription } from '../../api/api.ts'
import { afterCancelling, afterChanging, prospect, statusInWords } from './sentences.ts'

const standing = (status: Subscription['status'], cancel: string | null = null) => ({
  status,
  current_period_ends_at: '2027-04-16T12:00:00Z',
  grace_ends_at: status === 'past_due' ? '2027-04-09T12:00:00Z' : null,
  cancel_at: cancel,
})

const plan = (name: string, cents: number, seats: number): Plan => ({
  id: name.toLowerCase(),
  name,
  price_cents: cents,
  currency: 'usd',
  interval: 'month',
  max_concurrent_seats: seats,
  trial_days: 14,
  features: {},
  reserve_during_grace: false,
  is_offered: true,
  rank: 0,
})
const [starter, pro, enterprise] = [
  plan('Starter', 2_900, 3),
  plan('Pro', 9_900, 10),
  plan('Enterprise', 49_900, 50),
] as const

test('cancelling promises seats only where seats work', () => {
  expect(afterCancelling(standing('active'))).toBe(
    'Every seat works until 16 Apr 2027. Nothing is charged after that.',
  )
  expect(afterCancelling(standing('suspended'))).toMatch(/^No seat works now/)
  expect(afterCancelling(standing('past_due'))).toMatch(/^Every seat works until 9 Apr 2027, and longer only/)
})

test('a missing payment and a cancellation are both said', () => {
  expect(prospect(standing('suspended', '2027-04-16T12:00:00Z'))).toMatch(
    /Pay it and every seat works again at once\. Cancelled: it ends on 16 Apr 2027/,
  )
  expect(prospect(standing('active', '2027-04-16T12:00:00Z'))).toBe(
    'Cancelled: it works until 16 Apr 2027 and is not renewed.',
  )
})

test('more is charged at once; less ends the newest seats and comes off the next invoice', () => {
  const current = { status: 'active', plan: pro } as const
  const up = afterChanging({ current, from: pro, to: enterprise }).join(' ')
  expect(up).toContain('Enterprise is $499.00 a month, with 50 seats at the same time.')
  expect(up).toMatch(/charged at once, in proportion/)
  expect(up).not.toContain('newest')
  const down = afterChanging({ current, from: pro, to: starter }).join(' ')
  expect(down).not.toContain('charged at once')
  expect(down).toMatch(/fewer than the 10 of now: .* the newest seats beyond 3 end/)
})

test('a change on trial costs nothing yet', () => {
  expect(
    afterChanging({ current: { status: 'trialing', plan: pro }, from: pro, to: enterprise }).join(' '),
  ).toMatch(/Nothing is charged before the trial ends/)
})

test('a trial is called the same everywhere', () => {
  expect([statusInWords({ status: 'trialing' }), statusInWords({ status: 'past_due' })]).toEqual([
    'On trial',
    'Past due',
  ])
})

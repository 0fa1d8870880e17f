import { describe, expect, it } from 'vitest'
import { actionOf } from './change.ts'
import { type Fact, ranks, type Seen } from './facts.ts'
import { foldSubscription, isUndecided } from './fold.ts'
import { isStillDue, noticesOf, noticesOfTime } from './notices.ts'

const day = 86_400_000
const begin = Date.UTC(2026, 0, 1)
const subscription = 'sub_1'

function paid(invoice: string, at: number, days = 31): Fact {
  const details = {
    invoice,
    reason: 'subscription_cycle',
    amount: 9_900,
    currency: 'usd',
    price: 'price_pro',
    periodStart: at,
    periodEnd: at + days * day,
  }
  return { kind: 'paid', key: invoice, subscription, happenedAt: at, details }
}
function failed(invoice: string, attempt: number, at: number): Fact {
  const details = { invoice, attempt, periodEnd: at + 31 * day }
  return { kind: 'payment_failed', key: `${invoice}:${attempt}`, subscription, happenedAt: at, details }
}
function seen(key: string, at: number, over: Partial<Seen>): Fact {
  const details: Seen = {
    status: 'active',
    price: 'price_pro',
    amount: 9_900,
    currency: 'usd',
    trialStart: null,
    trialEnd: null,
    cancelAt: null,
    rank: 1,
    ...over,
  }
  return { kind: 'seen', key, subscription, happenedAt: at, details }
}
/** What facts amount to, whichever of them came first. */
function fold(...facts: readonly Fact[]) {
  const state = foldSubscription(facts)
  expect(foldSubscription(facts.toReversed())).toEqual(state)
  return state
}

describe('a subscription', () => {
  it('is as it was seen last; within a second it is made, changed, read and ended in turn', () => {
    expect(fold(seen('a', begin, { price: 'old' }), seen('b', begin + 1_000, {})).priceId).toBe('price_pro')
    const made = seen('z', begin, { price: 'old', rank: 0 })
    expect(fold(made, seen('a', begin, { price: 'new', rank: 1 })).priceId).toBe('new')
  })

  it('is the same in every order of two changes within a second', () => {
    expect(fold(seen('evt_1', begin, { price: 'one' }), seen('evt_2', begin, { price: 'two' })).priceId).toBe(
      'two',
    )
  })

  it('is to be read where two looks of about one second differ', () => {
    const isOpen = (first: Fact, then: Fact) => isUndecided([first, then], then.key)
    const one = seen('evt_1', begin, { price: 'one' })
    expect(isOpen(one, seen('evt_2', begin, { price: 'two' }))).toBe(true)
    expect(isOpen(one, seen('evt_0', begin + 1_000, { price: 'two' }))).toBe(true)
    expect(isOpen(one, seen('evt_2', begin + 2_000, { price: 'two' }))).toBe(false)
    expect(isOpen(one, seen('evt_2', begin, { price: 'one' }))).toBe(false)
    expect(isOpen(seen('evt_1', begin, { rank: ranks.created, price: 'old' }), one)).toBe(false)
    expect(isOpen(one, seen('evt_2', begin, { rank: ranks.ended, price: 'two' }))).toBe(false)
  })

  it('never loses a period that was paid', () => {
    expect(fold(paid('in_2', begin + 31 * day), paid('in_1', begin)).paidUntil).toBe(begin + 62 * day)
  })

  it('stays ended, also when it is seen alive afterwards', () => {
    const ended: Fact = {
      kind: 'ended',
      key: subscription,
      subscription,
      happenedAt: begin + day,
      details: { reason: null },
    }
    expect(fold(paid('in_1', begin), ended, seen('late', begin + 2 * day, {})).endedAt).toBe(begin + day)
  })
})

describe('the grace', () => {
  const owed = begin + 31 * day
  const graceOf = (...failures: readonly Fact[]) => fold(paid('in_1', begin), ...failures).graceEndsAt

  it('is a week from the first failure', () => {
    expect(graceOf(failed('in_2', 1, owed))).toBe(owed + 7 * day)
    expect(graceOf(failed('in_2', 1, owed), failed('in_2', 2, owed + day))).toBe(owed + 7 * day)
  })

  it('is three days from the second, where that is later', () => {
    expect(graceOf(failed('in_2', 1, owed), failed('in_2', 2, owed + 6 * day))).toBe(owed + 9 * day)
  })

  it('ends with the payment', () => {
    expect(graceOf(failed('in_2', 1, owed), paid('in_2', owed + day))).toBeNull()
  })

  it('is told to be over once time has come, and once it has not been paid', () => {
    const facts = [paid('in_1', begin), failed('in_2', 1, owed)]
    const over = { kind: 'license_suspended', key: 'in_2' }
    expect(noticesOfTime(facts, owed + 7 * day - 1)).toEqual([])
    expect(noticesOfTime(facts, owed + 7 * day)).toEqual([over])
    expect(noticesOfTime([...facts, paid('in_2', owed + day)], owed + 7 * day)).toEqual([])
  })
})

describe('the audit', () => {
  it('names a payment received where money was, which the invoice of a trial is not', () => {
    const some = paid('in_1', begin)
    expect(actionOf(some)).toBe('billing.payment.received')
    expect(actionOf({ ...some, details: { ...some.details, amount: 0 } } as Fact)).toBeUndefined()
    expect(actionOf(failed('in_2', 1, begin))).toBe('billing.payment.failed')
  })
})

describe('a mail about a renewal', () => {
  const kindsOf = (...facts: readonly Fact[]) => noticesOf(subscription, facts).map(({ kind }) => kind)

  it('goes out for a cycle that was paid, and not for the first payment or for nothing', () => {
    const first = paid('in_1', begin)
    const created = { ...first, details: { ...first.details, reason: 'subscription_create' } } as Fact
    expect(kindsOf(created)).toEqual(['subscription_confirmed'])
    expect(kindsOf(created, paid('in_2', begin + 31 * day))).toContain('subscription_renewed')
    const free = paid('in_3', begin + 62 * day)
    expect(kindsOf(created, { ...free, details: { ...free.details, amount: 0 } } as Fact)).toEqual([
      'subscription_confirmed',
    ])
  })

  it('is one that it is back, where its suspension was told', () => {
    const facts = [paid('in_1', begin), paid('in_2', begin + 31 * day)]
    const told = noticesOf(subscription, facts, ['in_2']).filter(({ key }) => key === 'in_2')
    expect(told).toEqual([{ kind: 'subscription_reinstated', key: 'in_2' }])
  })

  it('does not go out for what was paid after the end, and not either that it is back', () => {
    const ended: Fact = {
      kind: 'ended',
      key: subscription,
      subscription,
      happenedAt: begin + 40 * day,
      details: { reason: null },
    }
    const late = paid('in_2', begin + 41 * day)
    for (const facts of [
      [paid('in_1', begin), ended, late],
      [late, ended, paid('in_1', begin)],
    ]) {
      expect(kindsOf(...facts).toSorted()).toEqual([
        'subscription_canceled',
        'subscription_confirmed',
        'subscription_renewed',
      ])
      for (const kind of ['subscription_renewed', 'subscription_reinstated'] as const) {
        expect(isStillDue({ kind, key: 'in_1' }, facts)).toBe(true)
        expect(isStillDue({ kind, key: 'in_2' }, facts)).toBe(false)
        expect(noticesOf(subscription, facts, ['in_2'])).not.toContainEqual({ kind, key: 'in_2' })
      }
    }
  })
})

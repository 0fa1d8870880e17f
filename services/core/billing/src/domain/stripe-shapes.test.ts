import { describe, expect, it } from 'vitest'
import { factsOfKind } from './facts.ts'
import { readEvent, tellingOf } from './stripe-shapes.ts'

const seconds = (date: string): number => Date.parse(date) / 1_000
const at = { created: seconds('2026-02-01'), from: seconds('2026-02-01'), to: seconds('2026-03-01') }

const factsOf = (type: string, object: Record<string, unknown>) =>
  tellingOf(readEvent({ id: 'evt_1', object: 'event', type, created: at.created, data: { object } }))
    ?.facts ?? []

const invoice = {
  id: 'in_1',
  customer: 'cus_1',
  status: 'paid',
  currency: 'usd',
  amount_paid: 9_900,
  attempt_count: 1,
  billing_reason: 'subscription_cycle',
  // The invoice's own period looks back.
  period_start: seconds('2026-01-01'),
  period_end: seconds('2026-02-01'),
}
const period = { start: at.from, end: at.to }
const newerInvoice = {
  ...invoice,
  parent: { subscription_details: { subscription: 'sub_1' } },
  lines: { data: [{ amount: 9_900, period, pricing: { price_details: { price: 'price_pro' } } }] },
}
const olderInvoice = {
  ...invoice,
  subscription: 'sub_1',
  lines: { data: [{ amount: 9_900, period, price: { id: 'price_pro' } }] },
}

describe.each([
  ['newer', newerInvoice],
  ['older', olderInvoice],
])('an invoice of the %s shape', (_shape, object) => {
  it('is paid until the end of its lines', () => {
    const [paid] = factsOfKind(factsOf('invoice.paid', object), 'paid')
    expect(paid).toMatchObject({
      key: 'in_1',
      subscription: 'sub_1',
      details: { price: 'price_pro', periodStart: at.from * 1_000, periodEnd: at.to * 1_000 },
    })
  })

  it('failed once for each attempt, when that was told', () => {
    const facts = factsOf('invoice.payment_failed', { ...object, status: 'open', attempt_count: 2 })
    expect(facts).toMatchObject([
      { kind: 'payment_failed', key: 'in_1:2', happenedAt: at.created * 1_000, details: { attempt: 2 } },
    ])
  })
})

describe('a subscription that is to end', () => {
  const item = { price: { id: 'price_pro', unit_amount: 9_900 }, quantity: 1 }
  const subscription = { id: 'sub_1', customer: 'cus_1', status: 'active' }
  const cancelAtOf = (object: Record<string, unknown>) =>
    factsOfKind(factsOf('customer.subscription.updated', { ...subscription, ...object }), 'seen')[0]?.details
      .cancelAt

  it('ends at the date that was set', () => {
    expect(cancelAtOf({ cancel_at: at.to, items: { data: [item] } })).toBe(at.to * 1_000)
  })

  it('ends with its period, wherever that stands', () => {
    const scheduled = { cancel_at_period_end: true }
    const newer = { ...scheduled, items: { data: [{ ...item, current_period_end: at.to }] } }
    expect(cancelAtOf(newer)).toBe(at.to * 1_000)
    expect(cancelAtOf({ ...scheduled, current_period_end: at.to, items: { data: [item] } })).toBe(
      at.to * 1_000,
    )
  })

  it('goes on while nothing was set', () => {
    expect(cancelAtOf({ items: { data: [{ ...item, current_period_end: at.to }] } })).toBeNull()
  })
})

import type { Stripe } from 'stripe'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startShop, type Shop } from '../../../test/stripe.ts'

let shop: Shop
beforeAll(async () => {
  shop = await startShop()
})
beforeEach(async () => shop.reset())
afterAll(async () => shop.close())

async function arrivals(type: string): Promise<Stripe.Event[]> {
  await shop.arrived()
  return shop.hook.arrivals.map(({ event }) => event).filter((event) => event.type === type)
}

/** Subscribed, and the renewal has been declined once. */
async function inArrears(): Promise<Stripe.Subscription> {
  const subscription = await shop.subscribe()
  await shop.switchTo(`test/customers/${subscription.customer as string}/card`, { behaviour: 'declines' })
  const end = subscription.items.data[0]?.current_period_end ?? 0
  await shop.advance({ seconds: end - (await shop.now()) + 3601 })
  return subscription
}

describe('dunning', () => {
  it('tries eight times more within two weeks, then cancels', async () => {
    const subscription = await inArrears()
    const first = await shop.latestInvoice(subscription)
    expect(await shop.current(subscription)).toMatchObject({ status: 'past_due' })
    expect(first).toMatchObject({ status: 'open', attempt_count: 1 })
    await shop.advance({ days: 14 })
    const failures = await arrivals('invoice.payment_failed')
    const invoices = failures.map(({ data }) => data.object as Stripe.Invoice)
    expect(invoices.map(({ attempt_count: count }) => count)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
    expect(invoices.at(-1)?.next_payment_attempt).toBeNull()
    const [one, last] = [failures[0]?.created ?? 0, failures.at(-1)?.created ?? 0]
    expect((last - one) / 86_400).toBeCloseTo(14, 2)
    expect(await shop.current(subscription)).toMatchObject({
      status: 'canceled',
      cancellation_details: { reason: 'payment_failed' },
    })
  })

  it.each(['unpaid', 'past_due'])('ends as %s when the account is set so', async (status) => {
    await shop.switchTo('test/account', { after_retries: status })
    const subscription = await inArrears()
    await shop.advance({ days: 15 })
    expect(await shop.current(subscription)).toMatchObject({ status })
    await shop.switchTo(`test/customers/${subscription.customer as string}/card`, { behaviour: 'works' })
    const { id } = await shop.latestInvoice(subscription)
    await shop.stripe.invoices.pay(id)
    expect(await shop.current(subscription)).toMatchObject({ status: 'active' })
  })

  it('ends with the first payment that works', async () => {
    const subscription = await inArrears()
    await shop.switchTo(`test/customers/${subscription.customer as string}/card`, { behaviour: 'works' })
    await shop.advance({ days: 2 })
    expect(await shop.current(subscription)).toMatchObject({ status: 'active' })
    expect(await shop.latestInvoice(subscription)).toMatchObject({ status: 'paid', attempt_count: 2 })
  })

  it('says so in an answer when a payment asked for is declined', async () => {
    const subscription = await inArrears()
    const { id } = await shop.latestInvoice(subscription)
    await expect(shop.stripe.invoices.pay(id)).rejects.toMatchObject({
      type: 'StripeCardError',
      code: 'card_declined',
      decline_code: 'generic_decline',
      statusCode: 402,
    })
  })
})

it('is paid out of band without a payment attempt', async () => {
  const subscription = await inArrears()
  const { id } = await shop.latestInvoice(subscription)
  shop.hook.arrivals.length = 0
  await shop.stripe.invoices.pay(id, { paid_out_of_band: true })
  const types = await shop.arrived()
  expect(types).toContain('invoice.paid')
  expect(types).not.toContain('invoice.payment_succeeded')
  expect(await shop.current(subscription)).toMatchObject({ status: 'active' })
})

it('is refunded in part and in whole, never more, and leads back to its invoice', async () => {
  const invoice = await shop.latestInvoice(await shop.subscribe())
  const intent = invoice.payments?.data[0]?.payment.payment_intent as string
  await shop.stripe.refunds.create({ payment_intent: intent, amount: 900 })
  await expect(shop.stripe.refunds.create({ payment_intent: intent, amount: 9001 })).rejects.toMatchObject({
    param: 'amount',
  })
  await shop.stripe.refunds.create({ payment_intent: intent })
  await expect(shop.stripe.refunds.create({ payment_intent: intent })).rejects.toMatchObject({
    code: 'charge_already_refunded',
  })
  const charges = (await arrivals('charge.refunded')).map(({ data }) => data.object as Stripe.Charge)
  expect(charges.map(({ amount_refunded: amount, refunded }) => [amount, refunded])).toEqual([
    [900, false],
    [9900, true],
  ])
  const payments = await shop.stripe.invoicePayments.list({
    payment: { type: 'payment_intent', payment_intent: intent },
  })
  expect(payments.data.map((payment) => payment.invoice)).toEqual([invoice.id])
})

it.each([
  ['void', 'void'],
  ['mark_uncollectible', 'uncollectible'],
  ['keep_as_draft', 'draft'],
] as const)('is not collected while collection is paused: %s', async (behavior, status) => {
  const subscription = await shop.subscribe()
  await shop.stripe.subscriptions.update(subscription.id, { pause_collection: { behavior } })
  await shop.advance({ days: 32 })
  expect(await shop.latestInvoice(subscription)).toMatchObject({ status })
  expect(await shop.current(subscription)).toMatchObject({ status: 'active' })
  await shop.stripe.subscriptions.update(subscription.id, { pause_collection: '' })
  await shop.advance({ days: 32 })
  expect(await shop.latestInvoice(subscription)).toMatchObject({ status: 'paid' })
})

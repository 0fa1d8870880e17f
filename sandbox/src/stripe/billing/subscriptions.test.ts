import type { Stripe } from 'stripe'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startShop, type Shop } from '../../../test/stripe.ts'

let shop: Shop
beforeAll(async () => {
  shop = await startShop()
})
beforeEach(async () => shop.reset())
afterAll(async () => shop.close())

const itemOf = ({ items }: Stripe.Subscription): Stripe.SubscriptionItem => {
  const [item] = items.data
  if (item === undefined) throw new Error('A subscription has items.')
  return item
}
const day = 86_400
const dateOf = (seconds: number): string => new Date(seconds * 1000).toISOString().slice(0, 10)

async function arrivals(type: string): Promise<Stripe.Event[]> {
  await shop.arrived()
  return shop.hook.arrivals.map(({ event }) => event).filter((event) => event.type === type)
}

/** Goes on until it is noon UTC on this day. */
async function goTo(date: string): Promise<void> {
  await shop.advance({ seconds: Date.parse(`${date}T12:00:00Z`) / 1000 - (await shop.now()) })
}

describe('a trial', () => {
  it('starts with an invoice over nothing, is announced three days before its end, then is paid for', async () => {
    const session = await shop.checkout('pro', 14)
    const done = await shop.finish(session, 'paid')
    expect(done.payment_status).toBe('no_payment_required')
    const started = await shop.current({ id: done.subscription ?? '' })
    expect(started.status).toBe('trialing')
    expect(itemOf(started).current_period_end).toBe(started.trial_end)
    expect(await shop.latestInvoice(started)).toMatchObject({ status: 'paid', amount_due: 0 })

    await shop.advance({ days: 10 })
    expect(await arrivals('customer.subscription.trial_will_end')).toEqual([])
    await shop.advance({ days: 1, hours: 1 })
    expect(await arrivals('customer.subscription.trial_will_end')).toHaveLength(1)

    await shop.advance({ days: 3 })
    expect(await shop.current(started)).toMatchObject({ status: 'active' })
    const draft = await shop.latestInvoice(started)
    expect(draft).toMatchObject({ billing_reason: 'subscription_cycle', amount_due: 9900 })
    await shop.advance({ hours: 1 })
    expect(await shop.latestInvoice(started)).toMatchObject({
      id: draft.id,
      status: 'paid',
      amount_paid: 9900,
    })
    expect(await arrivals('customer.subscription.trial_will_end')).toHaveLength(1)
  })

  it('pauses without a card when that is wanted, and is resumed', async () => {
    const customer = await shop.stripe.customers.create({ email: 'ada@example.com' })
    const started = await shop.stripe.subscriptions.create({
      customer: customer.id,
      items: [{ price: shop.prices.pro.id }],
      trial_period_days: 7,
      trial_settings: { end_behavior: { missing_payment_method: 'pause' } },
    })
    await shop.advance({ days: 8 })
    expect(await shop.current(started)).toMatchObject({ status: 'paused' })
    expect(await arrivals('customer.subscription.paused')).toHaveLength(1)
    await shop.stripe.customers.update(customer.id, {
      invoice_settings: { default_payment_method: 'pm_card_visa' },
    })
    await shop.stripe.subscriptions.resume(started.id)
    expect(await shop.current(started)).toMatchObject({ status: 'active' })
    expect(await arrivals('customer.subscription.resumed')).toHaveLength(1)
    expect(await shop.latestInvoice(started)).toMatchObject({ status: 'paid', amount_paid: 9900 })
  })
})

describe('a period', () => {
  it('comes back to the 31st after a shorter month', async () => {
    const year = new Date((await shop.now()) * 1000).getUTCFullYear() + 1
    await goTo(`${year}-01-31`)
    const subscription = await shop.subscribe()
    const ends: string[] = []
    for (let month = 0; month < 4; month += 1) {
      const end = itemOf(await shop.current(subscription)).current_period_end
      ends.push(dateOf(end))
      await shop.advance({ seconds: end - (await shop.now()) + 1 })
    }
    const isLeap = new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1
    expect(ends).toEqual([
      `${year}-02-${isLeap ? 29 : 28}`,
      `${year}-03-31`,
      `${year}-04-30`,
      `${year}-05-31`,
    ])
  })

  it('is on the items and on the lines; the invoice itself looks back', async () => {
    const subscription = await shop.subscribe()
    const { current_period_start: start, current_period_end: end } = itemOf(subscription)
    await shop.advance({ seconds: end - (await shop.now()) + 3700 })
    const renewed = await shop.latestInvoice(subscription)
    expect(renewed).toMatchObject({ status: 'paid', period_start: start, period_end: end })
    const next = itemOf(await shop.current(subscription))
    expect(renewed.lines.data[0]?.period).toEqual({ start: end, end: next.current_period_end })
    expect(renewed.parent?.subscription_details?.subscription).toBe(subscription.id)
    expect(renewed.lines.data[0]?.parent?.subscription_item_details).toMatchObject({
      subscription: subscription.id,
      subscription_item: next.id,
      proration: false,
    })
  })

  it('brings one invoice each, however far the clock is moved at once', async () => {
    const subscription = await shop.subscribe()
    await shop.advance({ days: 184 })
    const invoices = await shop.stripe.invoices.list({ subscription: subscription.id, limit: 100 })
    expect(invoices.data).toHaveLength(7)
    const times = (await shop.events()).map(({ created }) => created)
    expect(times).toEqual(times.toSorted((one, other) => other - one))
  })
})

describe('an end', () => {
  it('comes at once', async () => {
    const subscription = await shop.subscribe()
    expect(await shop.stripe.subscriptions.cancel(subscription.id)).toMatchObject({ status: 'canceled' })
    expect(await arrivals('customer.subscription.deleted')).toHaveLength(1)
    await shop.advance({ days: 40 })
    const invoices = await shop.stripe.invoices.list({ subscription: subscription.id })
    expect(invoices.data).toHaveLength(1)
  })

  it.each([
    ['cancel_at_period_end', async () => ({ cancel_at_period_end: true })],
    ['cancel_at', async () => ({ cancel_at: (await shop.now()) + 10 * day })],
  ])('is scheduled by %s, and can be taken back', async (_name, change) => {
    const subscription = await shop.subscribe()
    await shop.stripe.subscriptions.update(subscription.id, await change())
    expect((await shop.current(subscription)).cancel_at).toBeGreaterThan(0)
    await shop.stripe.subscriptions.update(subscription.id, { cancel_at: '', cancel_at_period_end: false })
    await shop.advance({ days: 32 })
    expect(await shop.current(subscription)).toMatchObject({ status: 'active', cancel_at: null })
    await shop.stripe.subscriptions.update(subscription.id, await change())
    await shop.advance({ days: 32 })
    expect(await shop.current(subscription)).toMatchObject({
      status: 'canceled',
      cancellation_details: { reason: 'cancellation_requested' },
    })
    expect(await arrivals('customer.subscription.deleted')).toHaveLength(1)
  })

  it('comes after 23 hours to one whose first payment never came', async () => {
    const customer = await shop.stripe.customers.create({ email: 'ada@example.com' })
    const started = await shop.stripe.subscriptions.create({
      customer: customer.id,
      items: [{ price: shop.prices.pro.id }],
      payment_behavior: 'default_incomplete',
    })
    expect(started.status).toBe('incomplete')
    await shop.advance({ hours: 22 })
    expect(await shop.current(started)).toMatchObject({ status: 'incomplete' })
    await shop.advance({ hours: 1, seconds: 1 })
    expect(await shop.current(started)).toMatchObject({ status: 'incomplete_expired' })
    expect(await shop.latestInvoice(started)).toMatchObject({ status: 'void' })
  })
})

describe('another plan', () => {
  it('credits the rest of the old one and charges the rest of the new one', async () => {
    const subscription = await shop.subscribe('starter')
    const { id, current_period_start: start, current_period_end: end } = itemOf(subscription)
    await shop.advance({ seconds: (end - start) / 2 })
    await shop.stripe.subscriptions.update(subscription.id, {
      items: [{ id, price: shop.prices.pro.id }],
      proration_behavior: 'always_invoice',
    })
    const invoice = await shop.latestInvoice(subscription)
    expect(invoice).toMatchObject({ billing_reason: 'subscription_update', status: 'paid' })
    const [credit = 0, charge = 0] = invoice.lines.data.map(({ amount }) => amount)
    // A second or two of real time go by.
    expect(Math.abs(credit + 1450)).toBeLessThan(3)
    expect(Math.abs(charge - 4950)).toBeLessThan(3)
    expect(invoice.lines.data.every((line) => line.parent?.subscription_item_details?.proration)).toBe(true)
    expect(itemOf(await shop.current(subscription)).price.lookup_key).toBe('pro')
  })

  it('puts the difference on the next invoice unless asked otherwise', async () => {
    const subscription = await shop.subscribe('starter')
    const { id } = itemOf(subscription)
    await shop.stripe.subscriptions.update(subscription.id, { items: [{ id, price: shop.prices.pro.id }] })
    await shop.advance({ days: 32 })
    const { lines, amount_due: due } = await shop.latestInvoice(subscription)
    expect(lines.data).toHaveLength(3)
    expect(due).toBe(lines.data.reduce((sum, { amount }) => sum + amount, 0))
  })

  it('is refused with the card, and nothing is changed, when the payment must not fail', async () => {
    const subscription = await shop.subscribe('starter')
    await shop.switchTo(`test/customers/${subscription.customer as string}/card`, { behaviour: 'declines' })
    await shop.arrived()
    shop.hook.arrivals.length = 0
    const before = await shop.current(subscription)
    const upgrade: Stripe.SubscriptionUpdateParams = {
      items: [{ id: itemOf(before).id, price: shop.prices.pro.id }],
      metadata: { wanted: 'pro' },
      proration_behavior: 'always_invoice',
      payment_behavior: 'error_if_incomplete',
    }
    await expect(shop.stripe.subscriptions.update(before.id, upgrade)).rejects.toMatchObject({
      type: 'StripeCardError',
      code: 'card_declined',
      decline_code: 'generic_decline',
      statusCode: 402,
    })
    expect(await shop.current(before)).toEqual(before)
    expect((await shop.stripe.invoices.list({ subscription: before.id })).data).toHaveLength(1)
    expect(await shop.arrived()).toEqual([])

    await shop.switchTo(`test/customers/${subscription.customer as string}/card`, { behaviour: 'works' })
    await shop.stripe.subscriptions.update(before.id, upgrade)
    expect(itemOf(await shop.current(before)).price.id).toBe(shop.prices.pro.id)
    expect(await shop.latestInvoice(before)).toMatchObject({ status: 'paid', attempt_count: 1 })
  })

  it('asks no card for a credit, and does not pretend to keep an update pending', async () => {
    const subscription = await shop.subscribe('pro')
    await shop.switchTo(`test/customers/${subscription.customer as string}/card`, { behaviour: 'declines' })
    const items = [{ id: itemOf(subscription).id, price: shop.prices.starter.id }]
    const change = { items, proration_behavior: 'always_invoice' } as const
    await expect(
      shop.stripe.subscriptions.update(subscription.id, {
        ...change,
        payment_behavior: 'pending_if_incomplete',
      }),
    ).rejects.toMatchObject({ statusCode: 400, param: 'payment_behavior' })
    await shop.stripe.subscriptions.update(subscription.id, {
      ...change,
      payment_behavior: 'error_if_incomplete',
    })
    expect(itemOf(await shop.current(subscription)).price.id).toBe(shop.prices.starter.id)
  })

  it('is refused once by an armed fault, also at the early end of a trial', async () => {
    const subscription = await shop.subscribe('pro', 14)
    const end = { trial_end: 'now', payment_behavior: 'error_if_incomplete' } as const
    await shop.fault('card_declined', { decline_code: 'insufficient_funds' })
    await expect(shop.stripe.subscriptions.update(subscription.id, end)).rejects.toMatchObject({
      decline_code: 'insufficient_funds',
    })
    expect(await shop.current(subscription)).toMatchObject({ status: 'trialing' })
    await shop.stripe.subscriptions.update(subscription.id, end)
    expect(await shop.current(subscription)).toMatchObject({ status: 'active' })
  })

  it('is one more item when no item is named', async () => {
    const subscription = await shop.subscribe('starter')
    await shop.stripe.subscriptions.update(subscription.id, { items: [{ price: shop.prices.pro.id }] })
    expect((await shop.current(subscription)).items.data).toHaveLength(2)
  })
})

it('entitles to the features of the product, and takes them back at the end', async () => {
  const feature = await shop.stripe.entitlements.features.create({ name: 'Seats', lookup_key: 'seats' })
  await shop.stripe.products.createFeature(shop.prices.pro.product as string, {
    entitlement_feature: feature.id,
  })
  const subscription = await shop.subscribe('pro')
  const held = await shop.stripe.entitlements.activeEntitlements.list({
    customer: subscription.customer as string,
  })
  expect(held.data).toMatchObject([{ lookup_key: 'seats' }])
  await shop.stripe.subscriptions.cancel(subscription.id)
  const told = await arrivals('entitlements.active_entitlement_summary.updated')
  expect(
    told.map(
      ({ data }) => (data.object as Stripe.Entitlements.ActiveEntitlementSummary).entitlements.data.length,
    ),
  ).toEqual([1, 0])
})

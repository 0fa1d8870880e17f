import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { secret, startShop, type Shop } from '../../test/stripe.ts'

let shop: Shop
beforeAll(async () => {
  shop = await startShop()
})
beforeEach(async () => shop.reset())
afterAll(async () => shop.close())

it('sends a person to pay, and tells the shop with signed webhooks', async () => {
  const session = await shop.checkout()
  expect(session).toMatchObject({
    status: 'open',
    payment_status: 'unpaid',
    subscription: null,
    invoice: null,
  })
  expect(session.id).toMatch(/^cs_test_/)
  expect((session.expires_at - session.created) / 3600).toBe(24)

  const { redirect_url: redirect, subscription } = await shop.finish(session, 'paid')
  expect(redirect).toBe(`http://localhost:3000/checkout/success?session_id=${session.id}`)
  expect(await shop.current({ id: subscription ?? '' })).toMatchObject({
    status: 'active',
    customer: session.customer,
    metadata: { organisation: 'organisation-1' },
  })

  const types = await shop.arrived()
  expect(types).toEqual(
    expect.arrayContaining([
      'customer.created',
      'customer.subscription.created',
      'invoice.created',
      'invoice.finalized',
      'charge.succeeded',
      'payment_intent.succeeded',
      'invoice.paid',
      'invoice.payment_succeeded',
      'customer.subscription.updated',
      'checkout.session.completed',
    ]),
  )
  for (const { body, signature } of shop.hook.arrivals) {
    expect(shop.stripe.webhooks.constructEvent(body, signature, secret).id).toMatch(/^evt_/)
  }
  const completed = shop.hook.arrivals.find(({ event }) => event.type === 'checkout.session.completed')
  expect(completed?.event.data.object).toMatchObject({
    id: session.id,
    status: 'complete',
    payment_status: 'paid',
    client_reference_id: 'organisation-1',
    metadata: { plan_id: 'pro' },
    subscription,
    url: null,
  })
})

it('leaves nothing behind when the card is declined, and can be tried again', async () => {
  const session = await shop.checkout()
  expect(await shop.finish(session, 'declined')).toMatchObject({ status: 'open', redirect_url: null })
  expect((await shop.stripe.subscriptions.list({ status: 'all' })).data).toEqual([])
  expect(await shop.finish(session, 'paid')).toMatchObject({ status: 'complete', payment_status: 'paid' })
  await expect(shop.finish(session, 'paid')).rejects.toThrow('complete already')
})

it('expires when it is abandoned, or after 24 hours', async () => {
  const left = await shop.checkout()
  expect(await shop.finish(left, 'abandoned')).toMatchObject({
    status: 'expired',
    redirect_url: 'http://localhost:3000/checkout/cancel',
  })
  const forgotten = await shop.checkout()
  await shop.advance({ hours: 23 })
  expect((await shop.stripe.checkout.sessions.retrieve(forgotten.id)).status).toBe('open')
  await shop.advance({ hours: 1, seconds: 1 })
  expect(await shop.stripe.checkout.sessions.retrieve(forgotten.id)).toMatchObject({
    status: 'expired',
    url: null,
  })
  expect((await shop.arrived()).filter((type) => type === 'checkout.session.expired')).toHaveLength(2)
})

it.each([
  ['paid', 'checkout.session.async_payment_succeeded', 'paid', 'active'],
  ['declined', 'checkout.session.async_payment_failed', 'unpaid', 'incomplete'],
])('sees a pending payment through: %s', async (outcome, type, payment, status) => {
  const session = await shop.checkout()
  const pending = await shop.finish(session, 'pending')
  expect(pending).toMatchObject({ status: 'complete', payment_status: 'unpaid' })
  expect(await shop.arrived()).not.toContain('invoice.paid')
  expect(await shop.finish(session, outcome)).toMatchObject({ payment_status: payment })
  expect(await shop.arrived()).toContain(type)
  expect(await shop.current({ id: pending.subscription ?? '' })).toMatchObject({ status })
  await expect(shop.finish(session, outcome)).rejects.toThrow('complete already')
})

describe('the pages', () => {
  const submit = async (url: string, fields: Record<string, string>): Promise<Response> =>
    await fetch(url, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' })

  it('let a person pay, and go on to the shop', async () => {
    const session = await shop.checkout('pro', 14)
    const markup = await (await fetch(session.url ?? '')).text()
    expect(markup).toContain('4242 4242 4242 4242')
    expect(markup).toContain('The first 14 days are free')
    expect(markup).toContain('No card is real')
    const declined = await submit(session.url ?? '', { outcome: 'declined' })
    expect(await declined.text()).toContain('Your card was declined')
    const paid = await submit(session.url ?? '', { outcome: 'paid' })
    expect([paid.status, paid.headers.get('location')]).toEqual([
      303,
      `http://localhost:3000/checkout/success?session_id=${session.id}`,
    ])
    expect(await (await fetch(session.url ?? '')).text()).toContain('This checkout is complete')
  })

  it('let a customer cancel, come back, change the plan and the card', async () => {
    const subscription = await shop.subscribe('starter')
    const portal = await shop.stripe.billingPortal.sessions.create({
      customer: subscription.customer as string,
      return_url: 'http://localhost:3000/billing',
    })
    const { id } = subscription
    expect(await (await fetch(portal.url)).text()).toContain('starter')
    await submit(portal.url, { subscription: id, cancel: 'cancel' })
    expect(await shop.current({ id })).toMatchObject({
      cancel_at_period_end: false,
      cancel_at: subscription.items.data[0]?.current_period_end,
    })
    await submit(portal.url, { subscription: id, resume: 'resume' })
    expect(await shop.current({ id })).toMatchObject({ cancel_at: null })
    await submit(portal.url, { subscription: id, price: shop.prices.pro.id })
    const chosen = await submit(portal.url, { card: 'declines' })
    const after = await fetch(new URL(chosen.headers.get('location') ?? '', portal.url))
    expect(await after.text()).toContain('This card is used from now on.')
    expect((await shop.current({ id })).items.data[0]?.price.lookup_key).toBe('pro')
    await shop.advance({ days: 32 })
    expect(await shop.current({ id })).toMatchObject({ status: 'past_due' })

    const { id: owed, hosted_invoice_url: invoice } = await shop.latestInvoice({ id })
    const history = (await (await fetch(portal.url)).text()).split('<h2>Invoices</h2>')[1] ?? ''
    expect(history.match(/SANDBOX-\d+/g)).toEqual(['SANDBOX-0002', 'SANDBOX-0001'])
    expect(history.match(/href="[^"]+">Pay now/g)).toEqual([`href="/stripe/invoices/${owed}">Pay now`])
    expect(await (await fetch(invoice ?? '')).text()).toContain('open')
    await submit(invoice ?? '', { card: 'pay' })
    expect(await shop.current({ id })).toMatchObject({ status: 'active' })
    expect(await (await fetch(portal.url)).text()).not.toContain('Pay now')
  })

  it('call a plan by the name of its product, and an invoice by its customer', async () => {
    const { stripe } = shop
    const product = await stripe.products.create({ name: 'CODITECT Pro' })
    await stripe.prices.update(shop.prices.pro.id, { active: false, lookup_key: '' })
    const price = await stripe.prices.create({
      currency: 'usd',
      unit_amount: 9900,
      recurring: { interval: 'month' },
      lookup_key: 'coditect_pro_usd_9900_month',
      product: product.id,
    })
    const customer = await stripe.customers.create({ email: 'ada@example.com', name: 'Ada Okafor' })
    const session = await stripe.checkout.sessions.create({
      mode: 'subscription',
      customer: customer.id,
      line_items: [{ price: price.id, quantity: 1 }],
      success_url: 'http://localhost:3000/success',
    })
    const pages = [session.url ?? '']
    pages.push((await stripe.billingPortal.sessions.create({ customer: customer.id })).url)
    expect(await (await fetch(pages[0] ?? '')).text()).toContain('CODITECT Pro, $99.00 a month')
    await shop.finish(session, 'paid')
    expect(await (await fetch(pages[1] ?? '')).text()).toContain('CODITECT Pro, $99.00 a month')
    const board = (await (await fetch(shop.base)).text()).split('Customers</h2>')
    for (const part of board) expect(part).toContain('Ada Okafor')
    for (const url of [...pages, shop.base]) {
      expect(await (await fetch(url)).text()).not.toContain('coditect_pro_usd')
    }
  })

  it('show the account to whoever watches', async () => {
    await shop.subscribe()
    const markup = await (await fetch(shop.base)).text()
    for (const shown of [
      'ada@example.com',
      'class="time-line"',
      'SANDBOX-0001',
      'invoice.paid',
      'A month on',
    ]) {
      expect(markup).toContain(shown)
    }
    const before = await shop.now()
    const moved = await submit(`${shop.base}/test/clock`, { advance_days: '7' })
    expect(moved.headers.get('location')).toBe('/stripe')
    expect((await shop.now()) - before).toBeGreaterThanOrEqual(7 * 86_400)
  })
})

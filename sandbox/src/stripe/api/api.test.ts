import { Stripe } from 'stripe'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startShop, type Shop } from '../../../test/stripe.ts'

let shop: Shop
beforeAll(async () => {
  shop = await startShop()
})
beforeEach(async () => shop.reset())
afterAll(async () => shop.close())

const countCustomers = async (): Promise<number> =>
  (await shop.stripe.customers.list({ limit: 100 })).data.length

describe('an idempotency key', () => {
  it('gives the same answer for 24 hours', async () => {
    const options = { idempotencyKey: 'registration-1' }
    const first = await shop.stripe.customers.create({ email: 'ada@example.com' }, options)
    await shop.advance({ hours: 23 })
    const second = await shop.stripe.customers.create({ email: 'ada@example.com' }, options)
    expect(second.id).toBe(first.id)
    expect(second.lastResponse.headers['idempotent-replayed']).toBe('true')
    await shop.advance({ hours: 2 })
    const third = await shop.stripe.customers.create({ email: 'ada@example.com' }, options)
    expect(third.id).not.toBe(first.id)
  })

  it('refuses another body', async () => {
    const options = { idempotencyKey: 'registration-2' }
    await shop.stripe.customers.create({ email: 'ada@example.com' }, options)
    await expect(shop.stripe.customers.create({ email: 'eve@example.com' }, options)).rejects.toBeInstanceOf(
      Stripe.errors.StripeIdempotencyError,
    )
  })

  it('may be used again after a request that was refused', async () => {
    const options = { idempotencyKey: 'registration-3' }
    const wrong = shop.stripe.prices.create(
      { currency: 'usd', unit_amount: 1, product: 'prod_none' },
      options,
    )
    await expect(wrong).rejects.toMatchObject({ code: 'resource_missing', param: 'product' })
    const right = await shop.stripe.prices.create(
      { currency: 'usd', unit_amount: 1, product_data: { name: 'Right' } },
      options,
    )
    expect(right.id).toMatch(/^price_/)
  })
})

describe('a list', () => {
  it('comes in pages, newest first', async () => {
    for (let made = 0; made < 5; made += 1) await shop.stripe.customers.create({ name: `Customer ${made}` })
    const first = await shop.stripe.customers.list({ limit: 2 })
    expect(first.data.map(({ name }) => name)).toEqual(['Customer 4', 'Customer 3'])
    expect(first.has_more).toBe(true)
    const next = await shop.stripe.customers.list({ limit: 10, starting_after: first.data[1]?.id ?? '' })
    expect(next.data.map(({ name }) => name)).toEqual(['Customer 2', 'Customer 1', 'Customer 0'])
    expect(next.has_more).toBe(false)
    const back = await shop.stripe.customers.list({ limit: 1, ending_before: next.data[0]?.id ?? '' })
    expect(back.data.map(({ name }) => name)).toEqual(['Customer 3'])
  })

  it('is walked through by the SDK', async () => {
    for (let made = 0; made < 5; made += 1) await shop.stripe.customers.create({})
    expect(await shop.stripe.customers.list({ limit: 2 }).autoPagingToArray({ limit: 100 })).toHaveLength(5)
  })

  it('finds prices by lookup key, which one price holds at a time', async () => {
    const { data } = await shop.stripe.prices.list({
      lookup_keys: ['pro', 'starter'],
      expand: ['data.product'],
    })
    expect(new Set(data.map(({ lookup_key: key }) => key))).toEqual(new Set(['pro', 'starter']))
    expect(data.map(({ product }) => typeof product)).toEqual(['object', 'object'])
    const again = { currency: 'usd', unit_amount: 1, product_data: { name: 'Pro' }, lookup_key: 'pro' }
    await expect(shop.stripe.prices.create(again)).rejects.toMatchObject({ param: 'lookup_key' })
    const moved = await shop.stripe.prices.create({ ...again, transfer_lookup_key: true })
    const found = await shop.stripe.prices.list({ lookup_keys: ['pro'] })
    expect(found.data.map(({ id }) => id)).toEqual([moved.id])
  })
})

describe('an object', () => {
  it('is expanded on paths into it', async () => {
    const { id } = await shop.subscribe()
    const subscription = await shop.stripe.subscriptions.retrieve(id, {
      expand: ['customer', 'latest_invoice.payments.data.payment.payment_intent', 'items.data.price.product'],
    })
    expect(subscription.customer).toMatchObject({ object: 'customer', email: 'ada@example.com' })
    expect(subscription.items.data[0]?.price.product).toMatchObject({ object: 'product', name: 'pro' })
    const sessions = await shop.stripe.checkout.sessions.list({
      expand: ['data.line_items', 'data.subscription'],
    })
    expect(sessions.data[0]).toMatchObject({
      line_items: { data: [{ price: { lookup_key: 'pro' } }] },
      subscription: { id, status: 'active' },
    })
  })

  it('keeps its metadata by key', async () => {
    const { id } = await shop.stripe.customers.create({ metadata: { organisation: 'one', stays: 'yes' } })
    const changed = await shop.stripe.customers.update(id, { metadata: { organisation: '', added: 'too' } })
    expect(changed.metadata).toEqual({ stays: 'yes', added: 'too' })
  })

  it('is shown as the version of the request wants it', async () => {
    const { id } = await shop.subscribe()
    const old = await shop.stripe.subscriptions.retrieve(id, {}, { apiVersion: '2024-06-20' })
    expect(old).toHaveProperty('current_period_end')
    expect(old.lastResponse.headers['stripe-version']).toBe('2024-06-20')
    expect(await shop.current({ id })).not.toHaveProperty('current_period_end')
  })
})

describe('a refusal', () => {
  it('is for keys that are not test keys', async () => {
    const stranger = new Stripe('sk_live_1', {
      host: '127.0.0.1',
      port: new URL(shop.base).port,
      protocol: 'http',
      maxNetworkRetries: 0,
    })
    await expect(stranger.customers.list()).rejects.toBeInstanceOf(Stripe.errors.StripeAuthenticationError)
  })

  it('names what is missing or wrong', async () => {
    await expect(shop.stripe.customers.retrieve('cus_none')).rejects.toMatchObject({
      statusCode: 404,
      code: 'resource_missing',
      message: "No such customer: 'cus_none'",
    })
    await expect(shop.stripe.customers.list({ limit: 1000 })).rejects.toMatchObject({ param: 'limit' })
    await expect(shop.stripe.rawRequest('POST', '/v1/subscriptions', {})).rejects.toMatchObject({
      param: 'customer',
      code: 'parameter_missing',
    })
    await expect(shop.stripe.rawRequest('GET', '/v1/nothing')).rejects.toMatchObject({ statusCode: 404 })
  })
})

describe('a fault', () => {
  it.each([
    ['rate_limit', Stripe.errors.StripeRateLimitError, 1],
    ['server_error', Stripe.errors.StripeAPIError, 1],
    // The SDK tries a broken connection once more even when it is to retry nothing.
    ['cut_connection', Stripe.errors.StripeConnectionError, 2],
  ])('%s comes before anything happens, and the SDK gets over it', async (kind, type, times) => {
    await shop.fault(kind, { path: '/v1/customers', method: 'POST', times })
    await expect(shop.client({ maxNetworkRetries: 0 }).customers.create({})).rejects.toBeInstanceOf(type)
    expect(await countCustomers()).toBe(0)
    if (kind === 'rate_limit') return
    await shop.fault(kind, { path: '/v1/customers', method: 'POST' })
    await shop.client({ maxNetworkRetries: 2 }).customers.create({})
    expect(await countCustomers()).toBe(1)
  })

  it('answer_lost comes after the effect, and the same key finds it', async () => {
    await shop.fault('answer_lost', { path: '/v1/customers' })
    await shop.client({ maxNetworkRetries: 2 }).customers.create({ email: 'ada@example.com' })
    expect(await countCustomers()).toBe(1)
  })

  it('timeout takes effect and never answers', async () => {
    await shop.fault('timeout', { path: '/v1/customers' })
    const impatient = shop.client({ maxNetworkRetries: 0, timeout: 1500 })
    await expect(impatient.customers.create({})).rejects.toBeInstanceOf(Stripe.errors.StripeConnectionError)
    expect(await countCustomers()).toBe(1)
  })

  it('slow answers late', async () => {
    await shop.fault('slow', { delay_ms: 200 })
    const started = Date.now()
    await shop.stripe.customers.list()
    expect(Date.now() - started).toBeGreaterThanOrEqual(190)
  })

  it('card_declined strikes one payment, whatever the card', async () => {
    const customer = await shop.stripe.customers.create({
      invoice_settings: { default_payment_method: 'pm_card_visa' },
    })
    const order: Stripe.SubscriptionCreateParams = {
      customer: customer.id,
      items: [{ price: shop.prices.pro.id }],
      payment_behavior: 'error_if_incomplete',
    }
    await shop.fault('card_declined', { decline_code: 'insufficient_funds' })
    await expect(shop.stripe.subscriptions.create(order)).rejects.toMatchObject({
      type: 'StripeCardError',
      decline_code: 'insufficient_funds',
    })
    expect(await shop.stripe.subscriptions.create(order)).toMatchObject({ status: 'active' })
  })
})

import { createHmac } from 'node:crypto'
import type { Stripe } from 'stripe'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { secret, startHook, startShop, type Arrival, type Shop } from '../../test/stripe.ts'

let shop: Shop
beforeAll(async () => {
  shop = await startShop()
})
beforeEach(async () => shop.reset())
afterAll(async () => shop.close())

/** One `customer.created` for each. */
async function makeCustomers(count: number): Promise<void> {
  for (let made = 0; made < count; made += 1) await shop.stripe.customers.create({ name: `Customer ${made}` })
}
const names = (): (string | null | undefined)[] =>
  shop.hook.arrivals.map(({ event }) => (event.data.object as Stripe.Customer).name)
const verify = (arrival: Arrival | undefined, by = secret): Stripe.Event =>
  shop.stripe.webhooks.constructEvent(arrival?.body ?? '', arrival?.signature ?? '', by)
const timeOf = (arrival: Arrival | undefined): number =>
  Number(/^t=(\d+)/.exec(arrival?.signature ?? '')?.[1])
const machineNow = (): number => Date.now() / 1000

describe('a signature', () => {
  it('covers time and raw body', async () => {
    await makeCustomers(1)
    await shop.arrived()
    const [arrival] = shop.hook.arrivals
    const time = timeOf(arrival)
    const mac = createHmac('sha256', secret)
      .update(`${time}.${arrival?.body ?? ''}`)
      .digest('hex')
    expect(arrival?.signature).toBe(`t=${time},v1=${mac}`)
    expect(() => verify({ ...arrival, body: `${arrival?.body} ` } as Arrival)).toThrow('No signatures found')
  })

  it('bears the time of the machine, however far the billing clock is moved', async () => {
    await shop.advance({ days: 400 })
    await makeCustomers(1)
    await shop.arrived()
    expect(Math.abs(timeOf(shop.hook.arrivals.at(-1)) - machineNow())).toBeLessThan(120)
    expect(verify(shop.hook.arrivals.at(-1)).created - machineNow()).toBeGreaterThan(399 * 86_400)
  })

  it('is there for each secret while one is rolled', async () => {
    await shop.switchTo('test/webhooks', { secrets: ['whsec_new', secret] })
    await makeCustomers(1)
    await shop.arrived()
    const [arrival] = shop.hook.arrivals
    expect(arrival?.signature.match(/v1=/g)).toHaveLength(2)
    expect(verify(arrival).type).toBe('customer.created')
    expect(verify(arrival, 'whsec_new').type).toBe('customer.created')
  })
})

describe('a delivery', () => {
  it('is tried again for three days by the billing clock, then given up', async () => {
    shop.hook.status = 500
    await makeCustomers(1)
    await shop.arrived()
    expect(shop.hook.arrivals).toHaveLength(1)
    await shop.advance({ seconds: 301 })
    expect(shop.hook.arrivals).toHaveLength(2)
    await shop.advance({ days: 3 })
    expect(shop.hook.arrivals).toHaveLength(10)
    await shop.advance({ days: 10 })
    expect(shop.hook.arrivals).toHaveLength(10)
    expect(new Set(shop.hook.arrivals.map(({ event }) => event.id)).size).toBe(1)
    expect((await shop.events())[0]?.deliveries).toMatchObject([{ state: 'given_up' }])
  })

  it('ends with any 2xx', async () => {
    shop.hook.status = 503
    await makeCustomers(1)
    await shop.arrived()
    shop.hook.status = 204
    await shop.advance({ days: 4 })
    expect((await shop.events())[0]?.deliveries[0]).toMatchObject({
      state: 'delivered',
      attempts: [{ status: 503 }, { status: 204 }],
    })
  })

  it('comes while the billing clock stands at the time of its event', async () => {
    await shop.subscribe('pro', 14)
    const lags: number[] = []
    shop.hook.onArrival = async ({ created }) => {
      lags.push((await shop.now()) - created)
    }
    await shop.advance({ days: 80 })
    expect(lags.length).toBeGreaterThan(10)
    expect(Math.max(...lags)).toBeLessThan(120)
  })

  it('goes to every endpoint that wants the event, each with its own secret', async () => {
    const other = await startHook()
    const endpoint = await shop.stripe.webhookEndpoints.create({
      url: other.url,
      enabled_events: ['customer.created'],
    })
    await makeCustomers(1)
    await shop.stripe.products.create({ name: 'Not wanted' })
    expect(await shop.arrived()).toEqual(['customer.created', 'product.created'])
    expect(other.arrivals).toHaveLength(1)
    expect(verify(other.arrivals[0], endpoint.secret).type).toBe('customer.created')
    await other.close()
  })

  it('goes nowhere when that is set, and to this machine only', async () => {
    await expect(shop.switchTo('test/webhooks', { url: 'https://elsewhere.example/hook' })).rejects.toThrow(
      'url',
    )
    await shop.switchTo('test/webhooks', { url: null })
    await makeCustomers(1)
    expect(await shop.arrived()).toEqual([])
    expect((await shop.events())[0]).toMatchObject({ type: 'customer.created', deliveries: [] })
  })
})

describe('a fault', () => {
  it.each([
    ['webhook_duplicate', ['Customer 0', 'Customer 0', 'Customer 1']],
    ['webhook_reorder', ['Customer 1', 'Customer 0']],
    ['webhook_lost', ['Customer 1']],
  ])('%s', async (kind, expected) => {
    await shop.fault(kind)
    await makeCustomers(2)
    await shop.arrived()
    expect(names()).toEqual(expected)
  })

  it('webhook_delay', async () => {
    await shop.fault('webhook_delay', { delay_ms: 600_000 })
    await makeCustomers(2)
    await shop.advance({ seconds: 500 })
    expect(names()).toEqual(['Customer 1'])
    await shop.advance({ seconds: 100 })
    expect(names()).toEqual(['Customer 1', 'Customer 0'])
  })

  it('webhook_replay, days later', async () => {
    await shop.fault('webhook_replay', { days: 5 })
    await makeCustomers(1)
    await shop.advance({ days: 4 })
    expect(shop.hook.arrivals).toHaveLength(1)
    await shop.advance({ days: 1 })
    expect(new Set(shop.hook.arrivals.map(({ event }) => event.id)).size).toBe(1)
    expect(shop.hook.arrivals).toHaveLength(2)
  })

  it('webhook_burst, all of them before the first is answered', async () => {
    const together = Promise.withResolvers<void>()
    shop.hook.onArrival = async () => {
      if (shop.hook.arrivals.length === 5) together.resolve()
      await together.promise
    }
    await shop.fault('webhook_burst', { times: 5 })
    await makeCustomers(5)
    await shop.arrived()
    expect((await shop.events()).slice(0, 5).map(({ deliveries }) => deliveries[0])).toMatchObject(
      Array.from({ length: 5 }, () => ({
        state: 'delivered',
        fault: 'webhook_burst',
        attempts: [{ status: 200 }],
      })),
    )
  })

  it('webhook_bad_signature', async () => {
    await shop.fault('webhook_bad_signature')
    await makeCustomers(1)
    await shop.arrived()
    expect(() => verify(shop.hook.arrivals[0])).toThrow('No signatures found')
  })

  it.each([
    ['webhook_old_timestamp', -600],
    ['webhook_future_timestamp', 600],
  ])('%s', async (kind, shift) => {
    await shop.fault(kind)
    await makeCustomers(1)
    await shop.arrived()
    const [arrival] = shop.hook.arrivals
    expect(Math.abs(timeOf(arrival) - machineNow() - shift)).toBeLessThan(120)
    // The signature itself is right: only the time says no.
    expect(
      shop.stripe.webhooks.constructEvent(arrival?.body ?? '', arrival?.signature ?? '', secret, 0),
    ).toBeTruthy()
  })

  it('webhook_thin', async () => {
    await shop.fault('webhook_thin')
    await makeCustomers(1)
    await shop.arrived()
    const [arrival] = shop.hook.arrivals
    expect(JSON.parse(arrival?.body ?? '')).toMatchObject({ object: 'v2.core.event' })
    expect(() => verify(arrival)).toThrow('thin event')
    expect(
      shop.stripe.parseEventNotification(arrival?.body ?? '', arrival?.signature ?? '', secret).type,
    ).toBe('v1.customer.created')
  })

  it('strikes one type of event when that is asked for', async () => {
    await shop.fault('webhook_lost', { type: 'invoice.paid', times: 'always' })
    await shop.subscribe()
    const types = await shop.arrived()
    expect(types).toContain('invoice.payment_succeeded')
    expect(types).not.toContain('invoice.paid')
    const kept = await shop.stripe.events.list({ type: 'invoice.paid' })
    expect(kept.data).toHaveLength(1)
  })

  it('is made good by sending an event again', async () => {
    await shop.fault('webhook_lost')
    await makeCustomers(1)
    expect(await shop.arrived()).toEqual([])
    const [event] = await shop.events()
    await shop.switchTo(`test/events/${event?.id ?? ''}/resend`, {})
    await shop.arrived()
    expect(verify(shop.hook.arrivals[0]).id).toBe(event?.id)
  })
})

describe('the shape', () => {
  const find = (type: string): Record<string, unknown> | undefined =>
    shop.hook.arrivals.find(({ event }) => event.type === type)?.event.data.object as never

  it('is the current one', async () => {
    await shop.subscribe()
    await shop.arrived()
    expect(shop.hook.arrivals[0]?.event.api_version).toBe('2026-10-28.endive')
    expect(find('customer.subscription.created')).not.toHaveProperty('current_period_end')
    expect(find('customer.subscription.created')).toHaveProperty('items.data.0.current_period_end')
    expect(find('invoice.paid')).not.toHaveProperty('subscription')
    expect(find('invoice.paid')).toHaveProperty('lines.data.0.parent.subscription_item_details.subscription')
  })

  it('is the one before 2025-03-31 when that is set', async () => {
    await shop.switchTo('test/webhooks', { api_version: '2025-02-24.acacia' })
    const { id, items } = await shop.subscribe()
    await shop.arrived()
    expect(shop.hook.arrivals[0]?.event.api_version).toBe('2025-02-24.acacia')
    const subscription = find('customer.subscription.created')
    expect(subscription).toMatchObject({ current_period_end: items.data[0]?.current_period_end })
    expect(subscription).not.toHaveProperty('items.data.0.current_period_end')
    const invoice = find('invoice.paid')
    expect(invoice).toMatchObject({ subscription: id, paid: true })
    expect(invoice).not.toHaveProperty('parent')
    expect(invoice).toMatchObject({
      lines: { data: [{ type: 'subscription', proration: false, subscription: id }] },
    })
  })
})

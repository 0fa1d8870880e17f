import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Stripe } from 'stripe'
import type { Sandbox, SandboxSettings } from '../src/server.ts'
import { postJson, startSandbox } from './start.ts'

export const secret = 'whsec_tested'

/** One webhook as it arrived. */
export interface Arrival {
  readonly signature: string
  readonly body: string
  readonly event: Stripe.Event
}

export interface Hook {
  readonly url: string
  readonly arrivals: Arrival[]
  status: number
  /** What is done about an event before it is answered. */
  onArrival: (event: Stripe.Event) => Promise<void>
  close(): Promise<void>
}

/** A receiver that keeps what it is sent and answers `status`. */
export async function startHook(): Promise<Hook> {
  const arrivals: Arrival[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8')
    request.on('data', (chunk: string) => {
      body += chunk
    })
    request.on('end', () => {
      const signature = String(request.headers['stripe-signature'])
      const event = JSON.parse(body) as Stripe.Event
      arrivals.push({ signature, body, event })
      void hook.onArrival(event).then(() => response.writeHead(hook.status).end())
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const hook: Hook = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    arrivals,
    status: 200,
    onArrival: async () => undefined,
    async close() {
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
  return hook
}

export interface Outcome {
  readonly status: string
  readonly payment_status: string
  readonly subscription: string | null
  readonly customer: string | null
  readonly redirect_url: string | null
}

export interface TestEvent extends Stripe.EventBase {
  readonly deliveries: { state: string; fault: string | null; attempts: { status: number | null }[] }[]
}

/** A shop with three plans whose webhooks go to `hook`. */
export interface Shop {
  readonly base: string
  readonly sandbox: Sandbox
  readonly stripe: Stripe
  readonly hook: Hook
  readonly prices: Readonly<Record<'starter' | 'pro' | 'enterprise', Stripe.Price>>
  client(options?: Partial<Stripe.StripeConfig>): Stripe
  /** A new customer's checkout of one plan. */
  checkout(plan?: 'starter' | 'pro' | 'enterprise', trialDays?: number): Promise<Stripe.Checkout.Session>
  finish(session: { readonly id: string }, outcome: string): Promise<Outcome>
  /** A paid checkout. */
  subscribe(plan?: 'starter' | 'pro' | 'enterprise', trialDays?: number): Promise<Stripe.Subscription>
  current(subscription: { readonly id: string }): Promise<Stripe.Subscription>
  latestInvoice(subscription: { readonly id: string }): Promise<Stripe.Invoice>
  switchTo(path: string, body: object): Promise<Response>
  advance(time: { days?: number; hours?: number; seconds?: number }): Promise<void>
  /** The time of the billing clock, in seconds. */
  now(): Promise<number>
  /** Waits for what is under way; the types of all that arrived, in order. */
  arrived(): Promise<string[]>
  fault(kind: string, options?: object): Promise<void>
  events(): Promise<TestEvent[]>
  reset(): Promise<void>
  close(): Promise<void>
}

/** The official SDK on a sandbox. */
export function clientOf(sandboxUrl: string, options: Partial<Stripe.StripeConfig> = {}): Stripe {
  return new Stripe('sk_test_tested', {
    host: '127.0.0.1',
    port: new URL(sandboxUrl).port,
    protocol: 'http',
    telemetry: false,
    ...options,
  })
}

const plans = { starter: 2900, pro: 9900, enterprise: 29_900 } as const

export async function startShop(settings: NonNullable<SandboxSettings['stripe']> = {}): Promise<Shop> {
  const hook = await startHook()
  const sandbox = await startSandbox({
    settings: {
      mail: { smtpPort: 0 },
      stripe: { webhookUrl: hook.url, webhookSecret: secret, ...settings },
    },
  })
  const base = `${sandbox.url}/stripe`
  const client = (options: Partial<Stripe.StripeConfig> = {}): Stripe => clientOf(sandbox.url, options)
  const stripe = client()
  const stock = async (): Promise<Shop['prices']> => {
    const made = await Promise.all(
      Object.entries(plans).map(async ([key, amount]) => {
        const price = await stripe.prices.create({
          currency: 'usd',
          unit_amount: amount,
          recurring: { interval: 'month' },
          lookup_key: key,
          product_data: { name: key },
        })
        return [key, price] as const
      }),
    )
    return Object.fromEntries(made) as unknown as Shop['prices']
  }
  let prices = await stock()

  const shop: Shop = {
    base,
    sandbox,
    stripe,
    hook,
    get prices() {
      return prices
    },
    client,
    async checkout(plan = 'pro', trialDays) {
      const customer = await stripe.customers.create({ email: 'ada@example.com', name: 'Ada' })
      return await stripe.checkout.sessions.create({
        mode: 'subscription',
        customer: customer.id,
        client_reference_id: 'organisation-1',
        metadata: { plan_id: plan },
        line_items: [{ price: prices[plan].id, quantity: 1 }],
        subscription_data: {
          metadata: { organisation: 'organisation-1' },
          ...(trialDays === undefined ? {} : { trial_period_days: trialDays }),
        },
        success_url: 'http://localhost:3000/checkout/success?session_id={CHECKOUT_SESSION_ID}',
        cancel_url: 'http://localhost:3000/checkout/cancel',
      })
    },
    async finish({ id }, outcome) {
      return (await (await shop.switchTo(`test/checkout/${id}`, { outcome })).json()) as Outcome
    },
    async subscribe(plan, trialDays) {
      const { subscription } = await shop.finish(await shop.checkout(plan, trialDays), 'paid')
      return await stripe.subscriptions.retrieve(subscription ?? '')
    },
    current: async ({ id }) => await stripe.subscriptions.retrieve(id),
    async latestInvoice({ id }) {
      const { latest_invoice: invoice } = await stripe.subscriptions.retrieve(id, {
        expand: ['latest_invoice.payments'],
      })
      return invoice as Stripe.Invoice
    },
    async switchTo(path, body) {
      const response = await postJson(`${base}/${path}`, body)
      if (!response.ok) throw new Error(await response.text())
      return response
    },
    async advance({ days = 0, hours = 0, seconds = 0 }) {
      await shop.switchTo('test/clock', {
        advance_days: days,
        advance_hours: hours,
        advance_seconds: seconds,
      })
    },
    async now() {
      const { now } = (await (await fetch(`${base}/test/clock`)).json()) as { now: string }
      return Math.floor(Date.parse(now) / 1000)
    },
    async arrived() {
      await shop.advance({})
      return hook.arrivals.map(({ event }) => event.type)
    },
    async fault(kind, options = {}) {
      await shop.switchTo('faults', { kind, ...options })
    },
    async events() {
      return ((await (await fetch(`${base}/test/events`)).json()) as { items: TestEvent[] }).items
    },
    async reset() {
      await shop.switchTo('reset', {})
      prices = await stock()
      await shop.advance({})
      hook.arrivals.length = 0
      hook.status = 200
      hook.onArrival = async () => undefined
    },
    async close() {
      await sandbox.close()
      await hook.close()
    },
  }
  return shop
}

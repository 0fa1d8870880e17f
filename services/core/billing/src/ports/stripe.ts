import { createHash } from 'node:crypto'
import type { ConfigOf } from '@triptych/config'
import { Stripe } from 'stripe'
import type { billingConfig } from '../config.ts'

/** Stripe could not be asked, or did not say. Whatever was asked may be asked again. */
export class StripeUnavailable extends Error {}

/** Stripe said no; `code` is its own, such as `resource_missing`. */
export class StripeRefused extends Error {
  readonly code: string
  constructor(code: string) {
    super(code)
    this.code = code
  }
}

export interface PriceRequest {
  readonly planId: string
  readonly name: string
  readonly amount: number
  readonly currency: string
}

export interface CheckoutRequest {
  /** Ours; the same one is the same session. */
  readonly id: string
  readonly customer: string
  readonly price: string
  readonly planId: string
  readonly organizationId: string
  readonly trialDays: number | null
  readonly successUrl: string
  readonly cancelUrl: string
}

/** A subscription as Stripe has it, and when that was by Stripe's own clock, in epoch ms. */
export interface Look {
  readonly object: unknown
  readonly answeredAt: number
}

/** What billing asks of Stripe. Objects come as they are: `domain/stripe-shapes.ts` reads them. */
export interface StripePort {
  createCustomer(request: { organizationId: string; name: string; email: string }): Promise<string>
  /** Ends what runs, and forgets name and address there. */
  deleteCustomer(id: string): Promise<void>
  findOrMakePrice(request: PriceRequest): Promise<string>
  openCheckout(request: CheckoutRequest): Promise<{ readonly id: string; readonly url: string }>
  expireCheckout(id: string): Promise<void>
  readCheckout(id: string): Promise<{ readonly status: string | null }>
  openPortal(request: { customer: string; returnUrl: string }): Promise<string>
  cancel(subscription: string, when: 'now' | 'period_end'): Promise<Look>
  changePrice(subscription: string, price: string, isUpgrade: boolean): Promise<Look>
  readSubscription(id: string): Promise<Look>
  /** The newest of a customer. */
  subscriptionsOf(customer: string): Promise<unknown[]>
  paidInvoices(subscription: string): Promise<unknown[]>
  /** Oldest first. */
  eventsSince(time: number): Promise<unknown[]>
}

export interface StripeGround {
  readonly sandboxUrl: string | undefined
}

const timeoutMs = 8_000
const pageSize = 100

/** Stripe itself with its key, the sandbox’s without; undefined where there is neither. */
export function createStripe(
  config: ConfigOf<typeof billingConfig>,
  { sandboxUrl }: StripeGround,
): StripePort | undefined {
  const { STRIPE_SECRET_KEY: key, STRIPE_API_URL: url } = config
  if (key !== undefined) return portOn(clientOf(key, new URL(url)))
  return sandboxUrl === undefined ? undefined : portOn(clientOf('sk_test_sandbox', new URL(sandboxUrl)))
}

/** The sandbox signs with a secret that everybody knows, and is believed only where there is no key. */
export function webhookSecretsOf(
  config: ConfigOf<typeof billingConfig>,
  { sandboxUrl }: StripeGround,
): readonly string[] {
  const { STRIPE_WEBHOOK_SECRET: secrets, STRIPE_SECRET_KEY: key } = config
  if (secrets.length > 0 || key !== undefined || sandboxUrl === undefined) return secrets
  return ['whsec_sandbox']
}

function clientOf(key: string, { protocol, hostname, port }: URL): Stripe {
  return new Stripe(key, {
    host: hostname,
    protocol: protocol === 'http:' ? 'http' : 'https',
    ...(port === '' ? {} : { port }),
    httpClient: Stripe.createFetchHttpClient(),
    maxNetworkRetries: 1,
    timeout: timeoutMs,
    telemetry: false,
  })
}

function portOn(stripe: Stripe): StripePort {
  return {
    createCustomer: ({ organizationId, name, email }) =>
      asked(async () => {
        const customer = { name, email, metadata: { organization_id: organizationId } }
        const hash = createHash('sha256').update(JSON.stringify(customer)).digest('hex')
        return (await stripe.customers.create(customer, { idempotencyKey: `customer:${hash}` })).id
      }),
    deleteCustomer: (id) => asked(() => unlessMissing(() => stripe.customers.del(id))),
    findOrMakePrice: (request) => asked(() => findOrMakePrice(stripe, request)),
    openCheckout: (request) => asked(() => openCheckout(stripe, request)),
    expireCheckout: (id) => asked(async () => void (await stripe.checkout.sessions.expire(id))),
    readCheckout: (id) =>
      asked(async () => {
        const { status } = await stripe.checkout.sessions.retrieve(id)
        return { status }
      }),
    openPortal: ({ customer, returnUrl }) =>
      asked(
        async () => (await stripe.billingPortal.sessions.create({ customer, return_url: returnUrl })).url,
      ),
    cancel: (id, when) =>
      asked(async () =>
        lookOf(
          await (when === 'now'
            ? stripe.subscriptions.cancel(id)
            : stripe.subscriptions.update(id, { cancel_at_period_end: true })),
        ),
      ),
    changePrice: (id, price, isUpgrade) => asked(() => changePrice(stripe, { id, price, isUpgrade })),
    readSubscription: (id) => asked(async () => lookOf(await stripe.subscriptions.retrieve(id))),
    subscriptionsOf: (customer) =>
      asked(async () => (await stripe.subscriptions.list({ customer, status: 'all', limit: pageSize })).data),
    paidInvoices: (subscription) =>
      asked(async () => (await stripe.invoices.list({ subscription, status: 'paid', limit: pageSize })).data),
    eventsSince: (time) =>
      asked(async () => {
        const events: unknown[] = []
        const created = { gte: Math.floor(time / 1_000) }
        for await (const event of stripe.events.list({ created, limit: pageSize })) events.push(event)
        return events.toReversed()
      }),
  }
}

/** A price never changes, so its amount is a part of its name. */
async function findOrMakePrice(stripe: Stripe, { planId, name, amount, currency }: PriceRequest) {
  const key = `coditect_${planId}_${currency}_${amount}_month`
  const { data } = await stripe.prices.list({ lookup_keys: [key], active: true })
  if (data[0] !== undefined) return data[0].id
  const price = await stripe.prices.create(
    {
      currency,
      unit_amount: amount,
      recurring: { interval: 'month' },
      lookup_key: key,
      product_data: { name: `CODITECT ${name}`, metadata: { plan_id: planId } },
      metadata: { plan_id: planId },
    },
    { idempotencyKey: `price:${key}` },
  )
  return price.id
}

async function openCheckout(stripe: Stripe, request: CheckoutRequest) {
  const metadata = { organization_id: request.organizationId, plan_id: request.planId }
  const { id, url } = await stripe.checkout.sessions.create(
    {
      mode: 'subscription',
      customer: request.customer,
      client_reference_id: request.organizationId,
      line_items: [{ price: request.price, quantity: 1 }],
      metadata,
      subscription_data: {
        metadata,
        ...(request.trialDays === null ? {} : { trial_period_days: request.trialDays }),
      },
      success_url: request.successUrl,
      cancel_url: request.cancelUrl,
    },
    { idempotencyKey: `checkout:${request.id}` },
  )
  if (url === null) throw new StripeRefused('no_checkout_url')
  return { id, url }
}

/** More is paid for at once; less is credited on the next invoice. */
async function changePrice(
  stripe: Stripe,
  { id, price, isUpgrade }: { id: string; price: string; isUpgrade: boolean },
): Promise<Look> {
  const { items } = await stripe.subscriptions.retrieve(id)
  const item = items.data[0]?.id
  if (item === undefined) throw new StripeRefused('subscription_without_item')
  const changed = await stripe.subscriptions.update(id, {
    items: [{ id: item, price }],
    ...(isUpgrade
      ? { proration_behavior: 'always_invoice', payment_behavior: 'error_if_incomplete' }
      : { proration_behavior: 'create_prorations' }),
  })
  return lookOf(changed)
}

/** Stripe dates its answers to the second, as it does its events; an answer without a date has no time of its own. */
function lookOf(object: Stripe.Response<Stripe.Subscription>): Look {
  const answeredAt = Date.parse(new Headers(object.lastResponse.headers).get('date') ?? '')
  return { object, answeredAt: Number.isNaN(answeredAt) ? 0 : answeredAt }
}

/** An error of the SDK can hold what was sent, such as an address: its code is all that goes on. */
async function asked<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask()
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeError)) throw error
    const { statusCode = 0, code, type } = error
    if (statusCode === 0 || statusCode === 409 || statusCode === 429 || statusCode >= 500) {
      throw new StripeUnavailable(code ?? type)
    }
    throw new StripeRefused(code ?? type)
  }
}

async function unlessMissing(work: () => Promise<unknown>): Promise<void> {
  try {
    await work()
  } catch (error) {
    const isMissing = error instanceof Stripe.errors.StripeError && error.code === 'resource_missing'
    if (!isMissing) throw error
  }
}

import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import { loopbackUrl } from '../kit/loopback-url.ts'
import { read, sendOrReturn } from '../kit/switch-body.ts'
import { behaviours } from './billing/cards.ts'
import { finishCheckout, isFinishable, outcomes } from './billing/checkout.ts'
import { useTestCard } from './billing/customers.ts'
import type { WebhookEndpoint } from './model.ts'
import { afterRetries, nowOf, type StripeParts } from './parts.ts'

const clockSchema = z.strictObject({
  advance_days: z.coerce.number().min(0).max(3660).optional(),
  advance_hours: z.coerce.number().min(0).max(87_840).optional(),
  advance_seconds: z.coerce.number().min(0).max(316_224_000).optional(),
})
const webhookSchema = z.strictObject({
  url: loopbackUrl.nullable().optional(),
  secret: z.string().min(1).optional(),
  secrets: z.array(z.string().min(1)).min(1).optional(),
  api_version: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}/, 'begins with its day')
    .nullable()
    .optional(),
})
const checkoutSchema = z.strictObject({ outcome: z.enum(outcomes) })
const cardSchema = z.strictObject({ behaviour: z.enum(behaviours) })
const accountSchema = z.strictObject({ after_retries: z.enum(afterRetries) })

export const defaultEndpoint = 'we_sandbox'
const page = '/stripe'

/** The endpoint that is there from the start; it may be pointed elsewhere, or nowhere. */
export function setDefaultEndpoint(
  { store, webhooks, ...parts }: StripeParts,
  url: string,
  secrets: readonly string[],
): void {
  store.endpoints.add<WebhookEndpoint>({
    id: defaultEndpoint,
    object: 'webhook_endpoint',
    created: nowOf(parts),
    livemode: false,
    api_version: null,
    enabled_events: ['*'],
    status: 'enabled',
    url,
    metadata: {},
  })
  webhooks.setSecrets(defaultEndpoint, secrets)
}

/** What a test or a person sets while the sandbox runs. */
export function mountSwitches(app: FastifyInstance, parts: StripeParts): void {
  mountClock(app, parts)
  mountWebhooks(app, parts)

  app.post<{ Params: { id: string } }>('/test/checkout/:id', (request, reply) => {
    const session = parts.store.sessions.get(request.params.id)
    if (session === undefined) return unknown(reply, 'checkout session')
    const given = read(checkoutSchema, request.body, reply)
    if (given === undefined) return reply
    if (!isFinishable(parts, session)) {
      return reply.code(409).send({ error: `This checkout is ${session.status} already.` })
    }
    const redirect = finishCheckout(parts, session, given.outcome)
    parts.ticker.plan()
    const { id, status, payment_status, subscription, customer } = session
    return reply.send({ id, status, payment_status, subscription, customer, redirect_url: redirect ?? null })
  })

  app.post<{ Params: { id: string } }>('/test/customers/:id/card', (request, reply) => {
    const customer = parts.store.customers.get(request.params.id)
    if (customer === undefined) return unknown(reply, 'customer')
    const given = read(cardSchema, request.body, reply)
    if (given === undefined) return reply
    useTestCard(parts, customer, given.behaviour)
    return sendOrReturn(request, reply, { customer: customer.id, behaviour: given.behaviour }, page)
  })

  app.post('/test/account', (request, reply) => {
    const given = read(accountSchema, request.body, reply)
    if (given === undefined) return reply
    parts.account.afterRetries = given.after_retries
    return sendOrReturn(request, reply, given, page)
  })
}

function mountClock(app: FastifyInstance, parts: StripeParts): void {
  const now = (): object => ({ now: parts.clock.now().toISOString() })
  app.get('/test/clock', now)
  app.post('/test/clock', async (request, reply) => {
    const given = read(clockSchema, request.body, reply)
    if (given === undefined) return reply
    const { advance_days: days = 0, advance_hours: hours = 0, advance_seconds: seconds = 0 } = given
    parts.ticker.plan()
    await parts.webhooks.settled()
    await parts.clock.advance(((days * 24 + hours) * 3600 + seconds) * 1000)
    await parts.webhooks.settled()
    return sendOrReturn(request, reply, now(), page)
  })
}

function mountWebhooks(app: FastifyInstance, parts: StripeParts): void {
  const { store, webhooks } = parts
  const describe = (): object => {
    const { url, status, api_version: version } = store.endpoints.get(defaultEndpoint) ?? {}
    return { url: status === 'enabled' ? url : null, api_version: version ?? null }
  }
  app.get('/test/webhooks', () => describe())

  app.post('/test/webhooks', (request, reply) => {
    const given = read(webhookSchema, request.body, reply)
    const endpoint = store.endpoints.get(defaultEndpoint)
    if (given === undefined) return reply
    if (endpoint === undefined) return unknown(reply, 'webhook endpoint')
    if (given.url !== undefined) endpoint.status = given.url === null ? 'disabled' : 'enabled'
    endpoint.url = given.url ?? endpoint.url
    if (given.api_version !== undefined) endpoint.api_version = given.api_version
    const secrets = given.secrets ?? (given.secret === undefined ? undefined : [given.secret])
    if (secrets !== undefined) webhooks.setSecrets(endpoint.id, secrets)
    return sendOrReturn(request, reply, describe(), page)
  })

  app.get('/test/events', () => ({
    items: store.events.list().map((event) => ({
      ...event,
      deliveries: webhooks.list().filter((delivery) => delivery.event === event.id),
    })),
  }))

  app.post<{ Params: { id: string } }>('/test/events/:id/resend', (request, reply) => {
    const event = store.events.get(request.params.id)
    if (event === undefined) return unknown(reply, 'event')
    webhooks.deliver(event)
    return sendOrReturn(request, reply, { event: event.id }, page)
  })
}

function unknown(reply: FastifyReply, kind: string): FastifyReply {
  return reply.code(404).send({ error: `There is no such ${kind}.` })
}

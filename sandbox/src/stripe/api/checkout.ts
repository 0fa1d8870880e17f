import { z } from 'zod'
import { expireSession, openSession } from '../billing/checkout.ts'
import { hour } from '../billing/periods.ts'
import type { CheckoutSession } from '../model.ts'
import { nowOf, type StripeParts } from '../parts.ts'
import { invalid } from './errors.ts'
import { lineItemsOf } from './expand.ts'
import { itemsShape, readItems } from './items.ts'
import { get, integer, metadata, must, page, post, read, type Call, type Route } from './route.ts'

const sessionShape = {
  mode: z.enum(['payment', 'setup', 'subscription']),
  line_items: itemsShape.min(1),
  success_url: z.string().min(1),
  cancel_url: z.string().optional(),
  customer: z.string().optional(),
  customer_email: z.string().optional(),
  client_reference_id: z.string().max(200).optional(),
  metadata: metadata.optional(),
  expires_at: integer.optional(),
  subscription_data: z
    .object({
      metadata: metadata.optional(),
      trial_period_days: integer.min(1).max(730).optional(),
      trial_end: integer.optional(),
    })
    .optional(),
}

export function checkoutRoutes(parts: StripeParts): Route[] {
  const { sessions } = parts.store
  const sessionOf = ({ params }: Call): CheckoutSession => must(sessions, 'checkout.session', params['id'])
  return [
    get('/v1/checkout/sessions', (call) => {
      const { customer, subscription } = read(
        { customer: z.string().optional(), subscription: z.string().optional() },
        call,
      )
      const items = sessions
        .list()
        .filter(
          (session) =>
            (customer === undefined || customer === session.customer) &&
            (subscription === undefined || subscription === session.subscription),
        )
      return page(call, items, '/v1/checkout/sessions')
    }),
    get('/v1/checkout/sessions/:id', sessionOf),
    get('/v1/checkout/sessions/:id/line_items', (call) =>
      page(
        call,
        lineItemsOf(parts, sessionOf(call).id),
        `/v1/checkout/sessions/${call.params['id']}/line_items`,
      ),
    ),
    post('/v1/checkout/sessions', (call) => create(parts, call)),
    post('/v1/checkout/sessions/:id/expire', (call) => {
      const session = sessionOf(call)
      if (session.status !== 'open') {
        throw invalid('Only Checkout Sessions with a status in ["open"] can be expired.')
      }
      expireSession(parts, session)
      return session
    }),
  ]
}

function create(parts: StripeParts, call: Call): CheckoutSession {
  const given = read(sessionShape, call)
  if (given.mode !== 'subscription') throw invalid('The sandbox plays mode "subscription" only.', 'mode')
  if (given.customer !== undefined && given.customer_email !== undefined) {
    throw invalid('You may only specify one of these parameters: customer, customer_email.', 'customer')
  }
  const now = nowOf(parts)
  const { expires_at: expiresAt, subscription_data: data } = given
  if (expiresAt !== undefined && (expiresAt < now + hour / 2 || expiresAt > now + 24 * hour)) {
    throw invalid(
      'The `expires_at` timestamp must be 30 minutes to 24 hours from Checkout Session creation.',
      'expires_at',
    )
  }
  for (const [name, url] of [
    ['success_url', given.success_url],
    ['cancel_url', given.cancel_url],
  ] as const) {
    if (url !== undefined && !isWebUrl(url)) throw invalid('Not a valid URL', name, 'url_invalid')
  }
  return openSession(parts, {
    items: readItems(parts, given.line_items, 'line_items'),
    trialDays: trialDays(now, data),
    metadata: data?.metadata ?? {},
    customer:
      given.customer === undefined
        ? null
        : must(parts.store.customers, 'customer', given.customer, 'customer').id,
    customerEmail: given.customer_email ?? null,
    clientReferenceId: given.client_reference_id ?? null,
    sessionMetadata: given.metadata ?? {},
    successUrl: given.success_url,
    cancelUrl: given.cancel_url ?? null,
    expiresAt: expiresAt ?? null,
  })
}

function trialDays(now: number, data: z.infer<(typeof sessionShape)['subscription_data']>): number | null {
  if (data?.trial_end !== undefined) return (data.trial_end - now) / (24 * hour)
  return data?.trial_period_days ?? null
}

function isWebUrl(text: string): boolean {
  return URL.canParse(text) && ['http:', 'https:'].includes(new URL(text).protocol)
}

import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { html, type Markup } from '../../kit/html.ts'
import { sendPage, type Page } from '../../kit/page.ts'
import { behaviours } from '../billing/cards.ts'
import { changeSubscription } from '../billing/changes.ts'
import { giveCard } from '../billing/customers.ts'
import { isEnded } from '../billing/ending.ts'
import { periodEnd } from '../billing/subscriptions.ts'
import type { Customer, PortalSession, Subscription } from '../model.ts'
import type { StripeParts } from '../parts.ts'
import { defaultEndpoint } from '../switches.ts'
import { isBefore } from '../version.ts'
import { card, choice, sendGone } from './card.ts'
import { moment, planOf } from './format.ts'
import { invoiceHistory } from './invoice-history.ts'

const actSchema = z.strictObject({
  subscription: z.string().optional(),
  cancel: z.string().optional(),
  resume: z.string().optional(),
  price: z.string().optional(),
  card: z.enum(behaviours).optional(),
})
type Act = z.infer<typeof actSchema>

const notices: ReadonlyMap<string, string> = new Map([
  ['card', 'This card is used from now on.'],
  ['cancel', 'Your subscription ends at the date below.'],
  ['resume', 'Your subscription goes on.'],
  ['plan', 'Your plan has been changed.'],
])

/** Where a customer changes the plan or the card, cancels, and takes it back. */
export function mountPortalPage(app: FastifyInstance, parts: StripeParts): void {
  const find = (id: string): { portal: PortalSession; customer: Customer } | undefined => {
    const portal = parts.store.portals.get(id)
    const customer = parts.store.customers.get(portal?.customer ?? null)
    return portal === undefined || customer === undefined ? undefined : { portal, customer }
  }

  app.get<{ Params: { id: string }; Querystring: { done?: string } }>('/portal/:id', (request, reply) => {
    const found = find(request.params.id)
    if (found === undefined) return sendGone(reply, 'portal')
    const notice = notices.get(request.query.done ?? '')
    return sendPage(reply, portalPage(parts, found.portal, found.customer, notice))
  })

  app.post<{ Params: { id: string } }>('/portal/:id', (request, reply) => {
    const found = find(request.params.id)
    const act = actSchema.safeParse(request.body)
    if (found === undefined || !act.success) return sendGone(reply, 'portal')
    const done = apply(parts, found.customer, act.data)
    parts.ticker.plan()
    return reply.redirect(
      `/stripe/portal/${found.portal.id}${done === undefined ? '' : `?done=${done}`}`,
      303,
    )
  })
}

/** @returns what has been done, by its key in `notices`. */
function apply(parts: StripeParts, customer: Customer, act: Act): string | undefined {
  if (act.card !== undefined) {
    giveCard(parts, customer, act.card)
    return 'card'
  }
  const subscription = parts.store.subscriptions.get(act.subscription ?? null)
  if (subscription?.customer !== customer.id || isEnded(subscription)) return undefined
  const price = parts.store.prices.get(act.price ?? null)
  const [item] = subscription.items.data
  const change = { proration_behavior: 'create_prorations' } as const
  if (act.cancel !== undefined) {
    changeSubscription(parts, subscription, { ...change, ...cancelling(parts, subscription) })
    return 'cancel'
  }
  if (act.resume !== undefined) {
    changeSubscription(parts, subscription, { ...change, cancel_at: null, cancel_at_period_end: false })
    return 'resume'
  }
  if (price !== undefined && item !== undefined) {
    changeSubscription(parts, subscription, { ...change, items: [{ id: item.id, price: price.id }] })
    return 'plan'
  }
  return undefined
}

/** Since 2025-09-30 the portal says when, and no longer "at the period's end". */
function cancelling(
  { store }: StripeParts,
  subscription: Subscription,
): { cancel_at_period_end: true } | { cancel_at: number } {
  const version = store.endpoints.get(defaultEndpoint)?.api_version
  return version != null && isBefore(version, '2025-09-30')
    ? { cancel_at_period_end: true }
    : { cancel_at: periodEnd(subscription) }
}

function portalPage(
  parts: StripeParts,
  portal: PortalSession,
  customer: Customer,
  notice: string | undefined,
): Page {
  const subscriptions = parts.store.subscriptions
    .list()
    .filter((one) => one.customer === customer.id && !isEnded(one))
  return card(
    'Your subscription',
    html`<p class="quiet">${customer.email ?? customer.id}</p>
      ${notice !== undefined && html`<p class="done" role="status">${notice}</p>`}
      ${subscriptions.length === 0 && html`<p>There is none at the moment.</p>`}
      ${subscriptions.map((subscription) => panel(parts, portal, subscription))}
      <section>
        <h2>Payment method</h2>
        <p>${cardInUse(parts, customer)}</p>
        <form method="post" action="/stripe/portal/${portal.id}" class="people">
          ${choice('card', 'works', '4242 4242 4242 4242', 'Pay by a card that works')}
          ${choice('card', 'declines', '4000 0000 0000 0341', 'Pay by a card that will be declined')}
        </form>
      </section>
      ${invoiceHistory(parts, customer)}
      ${portal.return_url !== null && html`<p class="links"><a href="${portal.return_url}">Back</a></p>`}`,
  )
}

function cardInUse({ store }: StripeParts, { invoice_settings: settings }: Customer): string {
  const method = store.paymentMethods.get(settings.default_payment_method)
  return method === undefined ? 'No card yet.' : `Visa that ends in ${method.card.last4}`
}

function panel(parts: StripeParts, portal: PortalSession, subscription: Subscription): Markup {
  const action = `/stripe/portal/${portal.id}`
  const [item] = subscription.items.data
  const others = parts.store.prices
    .list()
    .filter(({ id, active, recurring }) => active && recurring !== null && id !== item?.price.id)
  return html`<section>
    <h2>${item === undefined ? 'Subscription' : planOf(parts.store, item.price)}</h2>
    <p>
      ${subscription.status.replace('_', ' ')},
      ${
        subscription.cancel_at === null
          ? `renews ${moment(periodEnd(subscription))}`
          : `ends ${moment(subscription.cancel_at)}`
      }
    </p>
    <form method="post" action="${action}" class="people">
      <input type="hidden" name="subscription" value="${subscription.id}" />
      ${
        subscription.cancel_at === null
          ? choice('cancel', 'cancel', 'Cancel', 'At the end of what is paid')
          : choice('resume', 'resume', 'Keep it', 'Take the cancellation back')
      }
    </form>
    ${
      others.length > 0 &&
      html`<form method="post" action="${action}" class="fields">
        <input type="hidden" name="subscription" value="${subscription.id}" />
        <label>
          <span>Another plan</span>
          <select name="price">
            ${others.map((price) => html`<option value="${price.id}">${planOf(parts.store, price)}</option>`)}
          </select>
        </label>
        <button class="primary">Change the plan</button>
      </form>`
    }
  </section>`
}

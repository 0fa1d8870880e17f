import type { FastifyInstance, FastifyReply } from 'fastify'
import { html } from '../../kit/html.ts'
import { sendPage, type Page } from '../../kit/page.ts'
import { finishCheckout, isFinishable, outcomes } from '../billing/checkout.ts'
import type { CheckoutSession } from '../model.ts'
import type { StripeParts } from '../parts.ts'
import { card, choice, sendGone } from './card.ts'
import { planOf } from './format.ts'

const declined = 'Your card was declined. Nothing was charged; try another one.'

/** What a person sees who is sent to pay. */
export function mountCheckoutPage(app: FastifyInstance, parts: StripeParts): void {
  app.get<{ Params: { id: string } }>('/checkout/:id', (request, reply) => {
    const session = parts.store.sessions.get(request.params.id)
    return session === undefined ? sendGone(reply, 'checkout') : show(parts, reply, session)
  })

  app.post<{ Params: { id: string }; Body: { outcome?: string } }>('/checkout/:id', (request, reply) => {
    const session = parts.store.sessions.get(request.params.id)
    const outcome = outcomes.find((one) => one === request.body.outcome)
    if (session === undefined || outcome === undefined) return sendGone(reply, 'checkout')
    if (!isFinishable(parts, session)) return show(parts, reply, session)
    const next = finishCheckout(parts, session, outcome)
    parts.ticker.plan()
    return next === undefined ? show(parts, reply, session, declined) : reply.redirect(next, 303)
  })
}

function show(
  parts: StripeParts,
  reply: FastifyReply,
  session: CheckoutSession,
  problem?: string,
): FastifyReply {
  if (isFinishable(parts, session)) return sendPage(reply, checkoutPage(parts, session, problem))
  return sendPage(
    reply,
    card(`This checkout is ${session.status}`, html`<p>There is nothing left to do.</p>`),
  )
}

function checkoutPage(parts: StripeParts, session: CheckoutSession, problem: string | undefined): Page {
  const trial = parts.plans.get(session.id)?.trialDays ?? null
  const isPending = session.status === 'complete'
  const email = session.customer_details?.email
  return card(
    isPending ? 'The payment is under way' : 'Subscribe',
    html`<ul>
        ${(parts.plans.get(session.id)?.items ?? []).map(
          ({ price, quantity }) =>
            html`<li>${quantity > 1 && `${quantity} × `}${planOf(parts.store, price)}</li>`,
        )}
      </ul>
      ${trial !== null && html`<p>The first ${trial} days are free. Nothing is charged today.</p>`}
      ${typeof email === 'string' && html`<p class="quiet">${email}</p>`}
      ${problem !== undefined && html`<p class="problem" role="alert">${problem}</p>`}
      <form method="post" action="/stripe/checkout/${session.id}" class="people">
        ${isPending ? endings : ways}
      </form>
      ${
        session.cancel_url !== null &&
        !isPending &&
        html`<p class="links"><a href="${session.cancel_url}">Go back without paying</a></p>`
      }`,
  )
}

const ways = [
  choice('outcome', 'paid', '4242 4242 4242 4242', 'A card that works'),
  choice('outcome', 'declined', '4000 0000 0000 0002', 'A card that is declined'),
  choice('outcome', 'pending', 'Bank debit', 'Stays pending until you decide how it ends'),
]
const endings = [
  choice('outcome', 'paid', 'The money arrives', 'The pending payment succeeds'),
  choice('outcome', 'declined', 'The money does not arrive', 'The pending payment fails'),
]

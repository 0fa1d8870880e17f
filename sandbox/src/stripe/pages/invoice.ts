import type { FastifyInstance, FastifyReply } from 'fastify'
import { html } from '../../kit/html.ts'
import { sendPage } from '../../kit/page.ts'
import { giveCard } from '../billing/customers.ts'
import { payInvoice } from '../billing/payments.ts'
import type { Invoice } from '../model.ts'
import type { StripeParts } from '../parts.ts'
import { card, choice, sendGone } from './card.ts'
import { moment, money } from './format.ts'

/** Where the mail about a failed payment leads: an invoice with a button to pay it by another card. */
export function mountInvoicePage(app: FastifyInstance, parts: StripeParts): void {
  app.get<{ Params: { id: string } }>('/invoices/:id', (request, reply) => {
    const invoice = parts.store.invoices.get(request.params.id)
    return invoice === undefined ? sendGone(reply, 'invoice') : show(reply, invoice)
  })

  app.post<{ Params: { id: string } }>('/invoices/:id', (request, reply) => {
    const invoice = parts.store.invoices.get(request.params.id)
    const customer = parts.store.customers.get(invoice?.customer ?? null)
    if (invoice === undefined || customer === undefined) return sendGone(reply, 'invoice')
    if (invoice.status === 'open') {
      giveCard(parts, customer, 'works')
      payInvoice(parts, invoice)
      parts.ticker.plan()
    }
    return reply.redirect(`/stripe/invoices/${invoice.id}`, 303)
  })
}

function show(reply: FastifyReply, invoice: Invoice): FastifyReply {
  return sendPage(
    reply,
    card(
      `Invoice ${invoice.number}`,
      html`<p>${money(invoice.amount_due, invoice.currency)}, ${invoice.status}</p>
        <ul>
          ${invoice.lines.data.map(
            ({ description, amount, currency, period }) =>
              html`<li>
                ${description}: ${money(amount, currency)}
                <span class="quiet">${moment(period.start)} to ${moment(period.end)}</span>
              </li>`,
          )}
        </ul>
        ${
          invoice.status === 'open' &&
          html`<form method="post" action="/stripe/invoices/${invoice.id}" class="people">
            ${choice('card', 'pay', '4242 4242 4242 4242', 'A card that works, charged from now on')}
          </form>`
        }`,
    ),
  )
}

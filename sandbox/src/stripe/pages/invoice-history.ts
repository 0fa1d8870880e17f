import { html, type Markup } from '../../kit/html.ts'
import type { Customer, Invoice } from '../model.ts'
import type { StripeParts } from '../parts.ts'
import { moment, money } from './format.ts'

/** A customer's invoices, newest first; one that is owed leads to where it is paid. */
export function invoiceHistory({ store }: StripeParts, { id }: Customer): Markup | false {
  const invoices = store.invoices
    .list()
    .filter(({ customer, status }) => customer === id && status !== 'draft')
  if (invoices.length === 0) return false
  return html`<section>
    <h2>Invoices</h2>
    <ul class="invoices">
      ${invoices.map(line)}
    </ul>
  </section>`
}

function line({ id, number, created, status, amount_due: due, currency }: Invoice): Markup {
  return html`<li>
    <span>
      <a href="/stripe/invoices/${id}">${number}</a>
      <span class="quiet">${moment(created).slice(0, 10)}</span>
    </span>
    <span>${money(due, currency)} <span class="tag">${status}</span></span>
    ${status === 'open' && html`<a href="/stripe/invoices/${id}">Pay now</a>`}
  </li>`
}

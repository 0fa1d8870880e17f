import type { FastifyInstance } from 'fastify'
import { html, type Markup } from '../../kit/html.ts'
import { sandboxMark, sendPage, type Page } from '../../kit/page.ts'
import type { Customer, Invoice, Subscription } from '../model.ts'
import { nameOf } from '../names.ts'
import type { StripeParts } from '../parts.ts'
import { defaultEndpoint } from '../switches.ts'
import { currentVersion, isBefore, olderVersion } from '../version.ts'
import { moment, money, whoIs } from './format.ts'
import { timeLine } from './time-line.ts'

const shownInvoices = 20
const shownDeliveries = 30
const steps = [
  ['advance_hours', 1, 'An hour on'],
  ['advance_days', 1, 'A day on'],
  ['advance_days', 7, 'A week on'],
  ['advance_days', 31, 'A month on'],
] as const

/** Everything in this account, on one page to watch and to poke. */
export function mountBoardPage(app: FastifyInstance, parts: StripeParts): void {
  app.get('/', { prefixTrailingSlash: 'no-slash' }, (_request, reply) => sendPage(reply, boardPage(parts)))
}

function boardPage(parts: StripeParts): Page {
  return {
    title: 'Stripe',
    layout: 'board',
    body: html`<main id="main">
      <header>
        ${sandboxMark}
        <h1>Stripe</h1>
        <p class="quiet" data-live="now">
          It is ${parts.clock.now().toISOString().slice(0, 16).replace('T', ' ')} UTC by the billing clock.
        </p>
        <form method="post" action="/stripe/test/clock" class="links">
          ${steps.map(
            ([field, value, label]) =>
              html`<button class="plain" name="${field}" value="${value}">${label}</button>`,
          )}
        </form>
      </header>
      <div class="panels">
        ${subscriptions(parts)} ${customers(parts)} ${invoices(parts)} ${deliveries(parts)} ${faults(parts)}
      </div>
    </main>`,
  }
}

function panel(id: string, title: string, live: Markup, more?: Markup): Markup {
  return html`<section class="panel" aria-labelledby="${id}-title">
    <h2 id="${id}-title">${title}</h2>
    <div data-live="${id}">${live}</div>
    ${more}
  </section>`
}

function subscriptions(parts: StripeParts): Markup {
  const all = parts.store.subscriptions.list()
  return panel(
    'subscriptions',
    'Subscriptions',
    all.length === 0
      ? html`<p class="calm">None yet. They begin with a checkout.</p>`
      : html`<ul>
          ${all.map(
            (subscription) =>
              html`<li>
                <p>
                  ${planNames(parts, subscription)}
                  <span class="tag">${subscription.status.replace('_', ' ')}</span>
                </p>
                <p class="quiet">${customerOf(parts, subscription)}</p>
                ${timeLine(parts, subscription)}
              </li>`,
          )}
        </ul>`,
  )
}

function planNames({ store }: StripeParts, { items }: Subscription): string {
  return items.data.map(({ price }) => nameOf(store, price)).join(', ')
}

function customerOf({ store }: StripeParts, { customer: id }: { readonly customer: string }): string {
  return whoIs(store.customers.get(id) ?? { id, name: null, email: null })
}

function customers(parts: StripeParts): Markup {
  const line = (customer: Customer): Markup => {
    const behaviour = parts.cards.behaviour(customer.id)
    const other = behaviour === 'works' ? 'declines' : 'works'
    return html`<li>
      <span>${customer.email ?? customer.id} <span class="quiet">card ${behaviour}</span></span>
      <form method="post" action="/stripe/test/customers/${customer.id}/card">
        <button class="plain" name="behaviour" value="${other}">
          ${other === 'works' ? 'Let it work' : 'Let it be declined'}
        </button>
      </form>
    </li>`
  }
  const all = parts.store.customers.list()
  return panel(
    'customers',
    'Customers',
    all.length === 0
      ? html`<p class="calm">None yet.</p>`
      : html`<ul>
          ${all.map(line)}
        </ul>`,
  )
}

function invoices(parts: StripeParts): Markup {
  const line = (invoice: Invoice): Markup => {
    const { id, number, status, amount_due: due, currency, attempt_count: tries } = invoice
    const next = invoice.next_payment_attempt
    return html`<li>
      <a href="/stripe/invoices/${id}">${number}</a> ${money(due, currency)}, ${customerOf(parts, invoice)}
      <span class="quiet">
        ${status}${tries > 1 && `, ${tries} tries`}${next !== null && `, next ${moment(next)}`}
      </span>
    </li>`
  }
  const recent = parts.store.invoices.list().slice(0, shownInvoices)
  return panel(
    'invoices',
    'Invoices',
    recent.length === 0
      ? html`<p class="calm">None yet.</p>`
      : html`<ul>
          ${recent.map(line)}
        </ul>`,
  )
}

function deliveries({ store, webhooks }: StripeParts): Markup {
  const endpoint = store.endpoints.get(defaultEndpoint)
  const recent = webhooks.list().slice(-shownDeliveries).toReversed()
  const lines = recent.map(
    ({ type, event, state, fault, attempts }) =>
      html`<li>
        <code>${type}</code>
        <span class="quiet">
          ${state.replace('_', ' ')}
          ${attempts.at(-1)?.status ?? ''}${attempts.length > 1 && `, ${attempts.length} attempts`}${fault !== null && `, ${fault}`}
        </span>
        <form method="post" action="/stripe/test/events/${event}/resend">
          <button class="plain" aria-label="Send ${type} again">Again</button>
        </form>
      </li>`,
  )
  const older = isBefore(endpoint?.api_version ?? currentVersion, '2025-03-31')
  return panel(
    'deliveries',
    'Webhooks',
    recent.length === 0
      ? html`<p class="calm">Nothing sent yet.</p>`
      : html`<div class="armed deliveries">
          <ul>
            ${lines}
          </ul>
        </div>`,
    html`<p class="quiet">
        ${endpoint?.status === 'enabled' ? `To ${endpoint.url}` : 'Sent nowhere'}, shaped as
        ${endpoint?.api_version ?? currentVersion}.
      </p>
      <form method="post" action="/stripe/test/webhooks">
        <button class="plain" name="api_version" value="${older ? currentVersion : olderVersion}">
          Switch to ${older ? 'the current shape' : 'the shape before 2025-03-31'}
        </button>
      </form>`,
  )
}

function faults({ faults: board }: StripeParts): Markup {
  const armed = board.list()
  return panel(
    'faults',
    'What goes wrong next',
    armed.length === 0
      ? html`<p class="calm">Everything works.</p>`
      : html`<ul>
          ${armed.map(({ kind, remaining }) => html`<li><code>${kind}</code> ${remaining}</li>`)}
        </ul>`,
    html`<form method="post" action="/stripe/faults" class="fields">
      <label>
        <span>Fault</span>
        <select name="kind">
          ${Object.keys(board.kinds).map((kind) => html`<option>${kind}</option>`)}
        </select>
      </label>
      <label>
        <span>Event <em class="quiet">(all of them, if empty)</em></span>
        <input name="type" autocomplete="off" />
      </label>
      <button class="primary">Let it happen</button>
    </form>`,
  )
}

import { z } from 'zod'
import { finalizeInvoice, markUncollectible, voidInvoice } from '../billing/invoices.ts'
import { payInvoice, payOutOfBand } from '../billing/payments.ts'
import type { Invoice } from '../model.ts'
import type { StripeParts } from '../parts.ts'
import { declined, invalid } from './errors.ts'
import { boolean, get, must, page, post, read, type Call, type Route } from './route.ts'

export function invoiceRoutes(parts: StripeParts): Route[] {
  const { store } = parts
  const invoiceOf = ({ params }: Call): Invoice => must(store.invoices, 'invoice', params['id'])
  const change = (path: string, from: Invoice['status'], apply: (invoice: Invoice) => void): Route =>
    post(`/v1/invoices/:id/${path}`, (call) => {
      const invoice = invoiceOf(call)
      if (invoice.status !== from) throw invalid(`This invoice is ${invoice.status}, not ${from}.`)
      apply(invoice)
      return invoice
    })
  return [
    get('/v1/invoices', (call) => page(call, wanted(parts, call), '/v1/invoices')),
    get('/v1/invoices/:id', invoiceOf),
    get('/v1/invoices/:id/lines', (call) => {
      const { lines } = invoiceOf(call)
      return page(call, lines.data, lines.url)
    }),
    post('/v1/invoices/:id/pay', (call) => pay(parts, invoiceOf(call), call)),
    change('finalize', 'draft', (invoice) => finalizeInvoice(parts, invoice)),
    change('void', 'open', (invoice) => voidInvoice(parts, invoice)),
    change('mark_uncollectible', 'open', (invoice) => markUncollectible(parts, invoice)),
    get('/v1/invoice_payments', (call) => {
      const { invoice, payment } = read(
        {
          invoice: z.string().optional(),
          payment: z.object({ type: z.string(), payment_intent: z.string().optional() }).optional(),
        },
        call,
      )
      const items = store.invoicePayments
        .list()
        .filter(
          (made) =>
            (invoice === undefined || made.invoice === invoice) &&
            (payment === undefined || made.payment.payment_intent === payment.payment_intent),
        )
      return page(call, items, '/v1/invoice_payments')
    }),
    get('/v1/invoice_payments/:id', ({ params }) =>
      must(store.invoicePayments, 'invoice payment', params['id']),
    ),
  ]
}

function wanted({ store }: StripeParts, call: Call): Invoice[] {
  const { customer, subscription, status } = read(
    {
      customer: z.string().optional(),
      subscription: z.string().optional(),
      status: z.enum(['draft', 'open', 'paid', 'uncollectible', 'void']).optional(),
    },
    call,
  )
  return store.invoices
    .list()
    .filter(
      (invoice) =>
        (customer === undefined || customer === invoice.customer) &&
        (status === undefined || status === invoice.status) &&
        (subscription === undefined || subscription === invoice.parent.subscription_details.subscription),
    )
}

function pay(parts: StripeParts, invoice: Invoice, call: Call): Invoice {
  const { paid_out_of_band: isOutOfBand } = read({ paid_out_of_band: boolean.default(false) }, call)
  if (invoice.status === 'paid') throw invalid('Invoice is already paid', undefined, 'invoice_already_paid')
  if (invoice.status === 'draft') finalizeInvoice(parts, invoice)
  if (invoice.status === 'void') throw invalid('This invoice can no longer be paid.')
  if (isOutOfBand) {
    payOutOfBand(parts, invoice)
    return invoice
  }
  const error = payInvoice(parts, invoice)
  if (error !== undefined) throw declined(error)
  return invoice
}

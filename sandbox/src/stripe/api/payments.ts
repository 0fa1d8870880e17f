import { z } from 'zod'
import type { Refund } from '../model.ts'
import { nowOf, type StripeParts } from '../parts.ts'
import { newId } from '../store.ts'
import { invalid } from './errors.ts'
import { get, integer, metadata, must, page, post, read, type Call, type Route } from './route.ts'

const refundShape = {
  charge: z.string().optional(),
  payment_intent: z.string().optional(),
  amount: integer.min(1).optional(),
  reason: z.enum(['duplicate', 'fraudulent', 'requested_by_customer']).optional(),
  metadata: metadata.optional(),
}

export function paymentRoutes(parts: StripeParts): Route[] {
  const { store } = parts
  const ofCustomer = <Item extends { readonly customer: string }>(call: Call, items: Item[]): Item[] => {
    const { customer } = read({ customer: z.string().optional() }, call)
    return items.filter((item) => customer === undefined || customer === item.customer)
  }
  return [
    get('/v1/payment_intents', (call) =>
      page(call, ofCustomer(call, store.paymentIntents.list()), '/v1/payment_intents'),
    ),
    get('/v1/payment_intents/:id', ({ params }) =>
      must(store.paymentIntents, 'payment_intent', params['id']),
    ),
    get('/v1/charges', (call) => page(call, ofCustomer(call, store.charges.list()), '/v1/charges')),
    get('/v1/charges/:id', ({ params }) => must(store.charges, 'charge', params['id'])),
    get('/v1/refunds', (call) => {
      const { charge } = read({ charge: z.string().optional() }, call)
      const items = store.refunds.list().filter((refund) => charge === undefined || charge === refund.charge)
      return page(call, items, '/v1/refunds')
    }),
    get('/v1/refunds/:id', ({ params }) => must(store.refunds, 'refund', params['id'])),
    post('/v1/refunds', (call) => giveBack(parts, read(refundShape, call))),
  ]
}

function giveBack(parts: StripeParts, given: z.infer<z.ZodObject<typeof refundShape>>): Refund {
  const { store, events } = parts
  const intent = store.paymentIntents.get(given.payment_intent ?? null)
  const id = given.charge ?? intent?.latest_charge
  if (id == null) throw invalid('One of the following params should be provided: payment_intent, charge.')
  const charge = must(store.charges, 'charge', id, 'charge')
  const rest = charge.amount_captured - charge.amount_refunded
  if (rest === 0)
    throw invalid(`Charge ${charge.id} has already been refunded.`, undefined, 'charge_already_refunded')
  const amount = given.amount ?? rest
  if (amount > rest) {
    throw invalid(
      `Refund amount (${amount}) is greater than unrefunded amount on charge (${rest}).`,
      'amount',
    )
  }
  const made = store.refunds.add<Refund>({
    id: newId('re_'),
    object: 'refund',
    created: nowOf(parts),
    amount,
    charge: charge.id,
    currency: charge.currency,
    payment_intent: charge.payment_intent,
    reason: given.reason ?? null,
    status: 'succeeded',
    metadata: given.metadata ?? {},
  })
  const before = { amount_refunded: charge.amount_refunded, refunded: charge.refunded }
  charge.amount_refunded += amount
  charge.refunded = charge.amount_refunded === charge.amount_captured
  events.emit('refund.created', made)
  events.emit('charge.refunded', charge, before)
  return made
}

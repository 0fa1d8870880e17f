import { z } from 'zod'
import { cardOf } from '../billing/cards.ts'
import type { Customer, PaymentMethod } from '../model.ts'
import { nowOf, type StripeParts } from '../parts.ts'
import { newId } from '../store.ts'
import { get, must, page, post, read, type Route } from './route.ts'

export function paymentMethodRoutes(parts: StripeParts): Route[] {
  const { store, events } = parts
  return [
    get('/v1/customers/:id/payment_methods', (call) =>
      page(
        call,
        cardsOf(parts, must(store.customers, 'customer', call.params['id']).id),
        call.params['id'] ?? '',
      ),
    ),
    get('/v1/payment_methods', (call) => {
      const { customer } = read({ customer: z.string().optional() }, call)
      return page(call, customer === undefined ? [] : cardsOf(parts, customer), '/v1/payment_methods')
    }),
    get('/v1/payment_methods/:id', ({ params }) => must(store.paymentMethods, 'PaymentMethod', params['id'])),
    post('/v1/payment_methods/:id/attach', (call) => {
      const { customer } = read({ customer: z.string() }, call)
      return attach(parts, must(store.customers, 'customer', customer, 'customer'), call.params['id'] ?? '')
    }),
    post('/v1/payment_methods/:id/detach', ({ params }) => {
      const method = must(store.paymentMethods, 'PaymentMethod', params['id'])
      const owner = store.customers.get(method.customer)
      method.customer = null
      if (owner?.invoice_settings.default_payment_method === method.id) {
        owner.invoice_settings = { default_payment_method: null }
      }
      events.emit('payment_method.detached', method)
      return method
    }),
  ]
}

function cardsOf({ store }: StripeParts, customerId: string): PaymentMethod[] {
  return store.paymentMethods.list().filter(({ customer }) => customer === customerId)
}

/** One that is kept, or a new one of Stripe's test cards: `pm_card_visa`, `pm_card_chargeCustomerFail`. */
export function attach(parts: StripeParts, customer: Customer, id: string): PaymentMethod {
  const { store, events } = parts
  const isTestCard = id.startsWith('pm_card_')
  const behaviour = id === 'pm_card_chargeCustomerFail' ? 'declines' : 'works'
  const method = isTestCard
    ? store.paymentMethods.add(cardOf(newId('pm_'), nowOf(parts), behaviour))
    : must(store.paymentMethods, 'PaymentMethod', id, 'payment_method')
  if (method.customer === customer.id) return method
  if (isTestCard) parts.cards.behave(customer.id, behaviour)
  method.customer = customer.id
  events.emit('payment_method.attached', method)
  return method
}

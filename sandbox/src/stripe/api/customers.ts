import { z } from 'zod'
import { createCustomer, useCard } from '../billing/customers.ts'
import { endSubscription, isEnded } from '../billing/ending.ts'
import type { Customer } from '../model.ts'
import type { StripeParts } from '../parts.ts'
import { attach } from './payment-methods.ts'
import {
  del,
  get,
  mergeMetadata,
  metadata,
  must,
  orNothing,
  page,
  post,
  read,
  type Call,
  type Route,
} from './route.ts'

const text = orNothing(z.string().max(512)).optional()
const customerShape = {
  email: text,
  name: text,
  description: text,
  phone: text,
  metadata: metadata.optional(),
  payment_method: z.string().optional(),
  invoice_settings: z.object({ default_payment_method: z.string() }).partial().optional(),
}

export function customerRoutes(parts: StripeParts): Route[] {
  const { store, events } = parts
  const customerOf = ({ params }: Call): Customer => must(store.customers, 'customer', params['id'])
  return [
    get('/v1/customers', (call) => {
      const { email } = read({ email: z.string().optional() }, call)
      const items = store.customers
        .list()
        .filter((customer) => email === undefined || customer.email === email)
      return page(call, items, '/v1/customers')
    }),
    get('/v1/customers/:id', customerOf),
    post('/v1/customers', (call) => {
      const given = read(customerShape, call)
      const customer = createCustomer(parts, given)
      const method = given.invoice_settings?.default_payment_method ?? given.payment_method
      if (method !== undefined) attach(parts, customer, method)
      if (given.invoice_settings?.default_payment_method !== undefined && method !== undefined) {
        useCard(parts, customer, attach(parts, customer, method).id)
      }
      return customer
    }),
    post('/v1/customers/:id', (call) => {
      const customer = customerOf(call)
      const {
        metadata: more,
        invoice_settings: settings,
        payment_method: method,
        ...fields
      } = read(customerShape, call)
      events.update('customer.updated', customer, () => {
        Object.assign(
          customer,
          Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)),
        )
        customer.metadata = mergeMetadata(customer.metadata, more)
      })
      if (method !== undefined) attach(parts, customer, method)
      const preferred = settings?.default_payment_method
      if (preferred !== undefined) useCard(parts, customer, attach(parts, customer, preferred).id)
      return customer
    }),
    del('/v1/customers/:id', (call) => {
      const customer = customerOf(call)
      for (const subscription of store.subscriptions.list()) {
        if (subscription.customer === customer.id && !isEnded(subscription)) {
          endSubscription(parts, subscription, 'cancellation_requested')
        }
      }
      store.customers.remove(customer.id)
      events.emit('customer.deleted', customer)
      return { id: customer.id, object: 'customer', deleted: true }
    }),
  ]
}

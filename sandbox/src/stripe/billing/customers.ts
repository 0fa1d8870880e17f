import type { Customer, PaymentMethod } from '../model.ts'
import { nowOf, type StripeParts } from '../parts.ts'
import { newId } from '../store.ts'
import { cardOf, type CardBehaviour } from './cards.ts'

export interface NewCustomer {
  readonly email?: string | null | undefined
  readonly name?: string | null | undefined
  readonly description?: string | null | undefined
  readonly phone?: string | null | undefined
  readonly metadata?: Record<string, string> | undefined
}

export function createCustomer(parts: StripeParts, given: NewCustomer): Customer {
  const customer = parts.store.customers.add({
    id: newId('cus_').slice(0, 18),
    object: 'customer',
    created: nowOf(parts),
    livemode: false,
    balance: 0,
    currency: 'usd',
    delinquent: false,
    email: given.email ?? null,
    name: given.name ?? null,
    description: given.description ?? null,
    phone: given.phone ?? null,
    metadata: given.metadata ?? {},
    invoice_settings: { default_payment_method: null },
  })
  parts.events.emit('customer.created', customer)
  return customer
}

/** A new card of this customer, from now on the one that is charged. */
export function giveCard(parts: StripeParts, customer: Customer, behaviour: CardBehaviour): PaymentMethod {
  const card = cardOf(newId('pm_'), nowOf(parts), behaviour)
  card.customer = customer.id
  parts.store.paymentMethods.add(card)
  parts.cards.behave(customer.id, behaviour)
  parts.events.emit('payment_method.attached', card)
  useCard(parts, customer, card.id)
  return card
}

export function useCard(parts: StripeParts, customer: Customer, paymentMethod: string): void {
  parts.events.update('customer.updated', customer, () => {
    customer.invoice_settings = { default_payment_method: paymentMethod }
  })
  for (const subscription of parts.store.subscriptions.list()) {
    if (subscription.customer !== customer.id || subscription.default_payment_method === null) continue
    parts.events.update('customer.subscription.updated', subscription, () => {
      subscription.default_payment_method = paymentMethod
    })
  }
}

/** Lets the customer's card behave so from now on; one who has none is given one. */
export function useTestCard(parts: StripeParts, customer: Customer, behaviour: CardBehaviour): void {
  if (customer.invoice_settings.default_payment_method === null) giveCard(parts, customer, behaviour)
  else parts.cards.behave(customer.id, behaviour)
}

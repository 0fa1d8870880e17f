import { randomBytes } from 'node:crypto'
import type {
  Charge,
  CheckoutSession,
  Customer,
  Feature,
  Invoice,
  InvoicePayment,
  PaymentIntent,
  PaymentMethod,
  PortalSession,
  Price,
  Product,
  ProductFeature,
  Refund,
  StripeEvent,
  Subscription,
  WebhookEndpoint,
} from './model.ts'

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/**
 * An id like Stripe's. Never the same after a restart, unlike all else here: who keeps events by their id would take
 * a new one for a repeated one.
 */
export function newId(prefix: string): string {
  return prefix + Array.from(randomBytes(24), (byte) => alphabet[byte % alphabet.length]).join('')
}

export interface Collection<Item extends { readonly id: string }> {
  add<Added extends Item>(item: Added): Added
  get(id: string | null): Item | undefined
  remove(id: string): boolean
  /** Newest first, as Stripe lists. */
  list(): Item[]
  clear(): void
}

function createCollection<Item extends { readonly id: string }>(): Collection<Item> {
  const items = new Map<string, Item>()
  return {
    add(item) {
      items.set(item.id, item)
      return item
    },
    get: (id) => (id === null ? undefined : items.get(id)),
    remove: (id) => items.delete(id),
    list: () => [...items.values()].toReversed(),
    clear: () => items.clear(),
  }
}

/** Everything that Stripe remembers of this account. */
export interface Store {
  readonly customers: Collection<Customer>
  readonly products: Collection<Product>
  readonly prices: Collection<Price>
  readonly paymentMethods: Collection<PaymentMethod>
  readonly sessions: Collection<CheckoutSession>
  readonly portals: Collection<PortalSession>
  readonly subscriptions: Collection<Subscription>
  readonly invoices: Collection<Invoice>
  readonly invoicePayments: Collection<InvoicePayment>
  readonly paymentIntents: Collection<PaymentIntent>
  readonly charges: Collection<Charge>
  readonly refunds: Collection<Refund>
  readonly events: Collection<StripeEvent>
  readonly features: Collection<Feature>
  readonly productFeatures: Collection<ProductFeature>
  readonly endpoints: Collection<WebhookEndpoint>
}

export function createStore(): Store {
  return {
    customers: createCollection(),
    products: createCollection(),
    prices: createCollection(),
    paymentMethods: createCollection(),
    sessions: createCollection(),
    portals: createCollection(),
    subscriptions: createCollection(),
    invoices: createCollection(),
    invoicePayments: createCollection(),
    paymentIntents: createCollection(),
    charges: createCollection(),
    refunds: createCollection(),
    events: createCollection(),
    features: createCollection(),
    productFeatures: createCollection(),
    endpoints: createCollection(),
  }
}

/** The object behind an id, whatever its kind. */
export function findObject(store: Store, id: string): object | undefined {
  for (const [, collection] of collectionsOf(store)) {
    const found = collection.get(id)
    if (found !== undefined) return found
  }
  return undefined
}

/** Everything in it by the collection's name, oldest first. */
export type StoredObjects = Readonly<Record<string, readonly { readonly id: string }[]>>

export function captureStore(store: Store): StoredObjects {
  return Object.fromEntries(
    collectionsOf(store).map(([name, collection]) => [name, collection.list().toReversed()]),
  )
}

export function restoreStore(store: Store, objects: StoredObjects): void {
  for (const [name, collection] of collectionsOf(store)) {
    collection.clear()
    for (const object of objects[name] ?? []) collection.add(object)
  }
}

export function clearStore(store: Store): void {
  for (const [, collection] of collectionsOf(store)) collection.clear()
}

type AnyCollection = Collection<{ readonly id: string }>

function collectionsOf(store: Store): [string, AnyCollection][] {
  return Object.entries(store) as [string, AnyCollection][]
}

import { z } from 'zod'
import type { Price, Product } from '../model.ts'
import { nowOf, type StripeParts } from '../parts.ts'
import { newId } from '../store.ts'
import { invalid } from './errors.ts'
import {
  boolean,
  get,
  integer,
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

const productShape = {
  name: z.string().min(1),
  id: z.string().min(1).optional(),
  active: boolean.default(true),
  description: orNothing(z.string()).optional(),
  metadata: metadata.optional(),
}
const recurringSchema = z.object({
  interval: z.enum(['day', 'week', 'month', 'year']),
  interval_count: integer.min(1).default(1),
})
const priceShape = {
  currency: z.string().length(3),
  unit_amount: integer.min(0),
  product: z.string().optional(),
  product_data: z.object({ name: z.string().min(1), metadata: metadata.optional() }).optional(),
  recurring: recurringSchema.optional(),
  lookup_key: z.string().max(200).optional(),
  transfer_lookup_key: boolean.default(false),
  nickname: z.string().optional(),
  active: boolean.default(true),
  metadata: metadata.optional(),
}

export function catalogueRoutes(parts: StripeParts): Route[] {
  const { store, events } = parts
  return [
    get('/v1/products', (call) => {
      const { ids, active } = read({ ids: z.array(z.string()).optional(), active: boolean.optional() }, call)
      const items = store.products
        .list()
        .filter(
          (product) =>
            (ids === undefined || ids.includes(product.id)) &&
            (active === undefined || active === product.active),
        )
      return page(call, items, '/v1/products')
    }),
    get('/v1/products/:id', ({ params }) => must(store.products, 'product', params['id'])),
    post('/v1/products', (call) => createProduct(parts, read(productShape, call))),
    post('/v1/products/:id', (call) => {
      const product = must(store.products, 'product', call.params['id'])
      const given = read(z.object(productShape).omit({ id: true }).partial().shape, call)
      events.update('product.updated', product, () => {
        product.name = given.name ?? product.name
        if (call.input['active'] !== undefined) product.active = given.active ?? product.active
        product.description = given.description === undefined ? product.description : given.description
        product.metadata = mergeMetadata(product.metadata, given.metadata)
      })
      return product
    }),
    get('/v1/prices', (call) => page(call, wantedPrices(parts, call), '/v1/prices')),
    get('/v1/prices/:id', ({ params }) => must(store.prices, 'price', params['id'])),
    post('/v1/prices', (call) => createPrice(parts, read(priceShape, call))),
    post('/v1/prices/:id', (call) => {
      const price = must(store.prices, 'price', call.params['id'])
      const given = read(
        {
          active: boolean.optional(),
          lookup_key: orNothing(z.string()).optional(),
          transfer_lookup_key: boolean.default(false),
          nickname: orNothing(z.string()).optional(),
          metadata: metadata.optional(),
        },
        call,
      )
      claimLookupKey(parts, given.lookup_key ?? undefined, given.transfer_lookup_key, price)
      events.update('price.updated', price, () => {
        price.active = given.active ?? price.active
        price.lookup_key = given.lookup_key === undefined ? price.lookup_key : given.lookup_key
        price.nickname = given.nickname === undefined ? price.nickname : given.nickname
        price.metadata = mergeMetadata(price.metadata, given.metadata)
      })
      return price
    }),
  ]
}

function wantedPrices({ store }: StripeParts, call: Call): Price[] {
  const {
    lookup_keys: keys,
    product,
    active,
  } = read(
    {
      lookup_keys: z.array(z.string()).max(10).optional(),
      product: z.string().optional(),
      active: boolean.optional(),
    },
    call,
  )
  return store.prices
    .list()
    .filter(
      (price) =>
        (keys === undefined || keys.includes(price.lookup_key ?? '')) &&
        (product === undefined || product === price.product) &&
        (active === undefined || active === price.active),
    )
}

function createProduct(parts: StripeParts, given: z.infer<z.ZodObject<typeof productShape>>): Product {
  if (given.id !== undefined && parts.store.products.get(given.id) !== undefined) {
    throw invalid('Product already exists.', 'id', 'resource_already_exists')
  }
  const product = parts.store.products.add<Product>({
    id: given.id ?? newId('prod_').slice(0, 19),
    object: 'product',
    created: nowOf(parts),
    livemode: false,
    active: given.active,
    name: given.name,
    description: given.description ?? null,
    metadata: given.metadata ?? {},
  })
  parts.events.emit('product.created', product)
  return product
}

function createPrice(parts: StripeParts, given: z.infer<z.ZodObject<typeof priceShape>>): Price {
  claimLookupKey(parts, given.lookup_key, given.transfer_lookup_key)
  const price = parts.store.prices.add<Price>({
    id: newId('price_'),
    object: 'price',
    created: nowOf(parts),
    livemode: false,
    type: given.recurring === undefined ? 'one_time' : 'recurring',
    billing_scheme: 'per_unit',
    currency: given.currency.toLowerCase(),
    product: productOf(parts, given),
    recurring: given.recurring === undefined ? null : { ...given.recurring, usage_type: 'licensed' },
    unit_amount: given.unit_amount,
    unit_amount_decimal: String(given.unit_amount),
    active: given.active,
    lookup_key: given.lookup_key ?? null,
    nickname: given.nickname ?? null,
    metadata: given.metadata ?? {},
  })
  parts.events.emit('price.created', price)
  return price
}

function productOf(parts: StripeParts, given: z.infer<z.ZodObject<typeof priceShape>>): string {
  if (given.product_data !== undefined) {
    return createProduct(parts, { ...given.product_data, active: true }).id
  }
  if (given.product === undefined)
    throw invalid('Missing required param: product.', 'product', 'parameter_missing')
  return must(parts.store.products, 'product', given.product, 'product').id
}

/** A lookup key belongs to one price; it moves only when that is asked for. */
function claimLookupKey(
  { store, events }: StripeParts,
  key: string | undefined,
  isTransfer: boolean,
  self?: Price,
): void {
  const holder = key === undefined ? undefined : store.prices.list().find((price) => price.lookup_key === key)
  if (holder === undefined || holder === self) return
  if (!isTransfer) {
    throw invalid(
      `A price (\`${holder.id}\`) already uses that lookup key.`,
      'lookup_key',
      'resource_already_exists',
    )
  }
  events.update('price.updated', holder, () => {
    holder.lookup_key = null
  })
}

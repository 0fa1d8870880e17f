import type { Price } from './model.ts'
import type { Store } from './store.ts'

/** What people know a price by: its product's name, as with Stripe. */
export function nameOf({ products }: Store, { product, nickname, lookup_key: key, id }: Price): string {
  return products.get(product)?.name ?? nickname ?? key ?? id
}

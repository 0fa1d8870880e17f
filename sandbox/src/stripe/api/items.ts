import { z } from 'zod'
import type { Price } from '../model.ts'
import type { StripeParts } from '../parts.ts'
import { invalid } from './errors.ts'
import { integer, must } from './route.ts'

export const itemsShape = z.array(z.object({ price: z.string(), quantity: integer.min(1).default(1) }))

/** What is bought: prices that recur, in one currency. */
export function readItems(
  { store }: StripeParts,
  items: z.infer<typeof itemsShape>,
  param: string,
): { price: Price; quantity: number }[] {
  return items.map(({ price: id, quantity }, index) => {
    const price = must(store.prices, 'price', id, `${param}[${index}][price]`)
    if (price.recurring === null) {
      throw invalid('You must provide at least one recurring price in `subscription` mode.', param)
    }
    if (!price.active) {
      throw invalid(
        `The price specified is inactive. This field only accepts active prices.`,
        `${param}[${index}][price]`,
      )
    }
    return { price, quantity }
  })
}

import type { Price, Subscription, SubscriptionItem } from '../model.ts'
import { nameOf } from '../names.ts'
import { nowOf, type StripeParts } from '../parts.ts'
import { newId } from '../store.ts'
import type { LineDraft } from './invoices.ts'

interface Bought {
  readonly price: Price
  readonly quantity: number
}

/** Changes price and quantity of an item in the middle of a period: a credit and a charge for the rest of it. */
export function changeItem(parts: StripeParts, item: SubscriptionItem, to: Bought): LineDraft[] {
  if (to.price.id === item.price.id && to.quantity === item.quantity) return []
  const credit = restLine(parts, item, 'Unused')
  item.price = to.price
  item.quantity = to.quantity
  return [credit, restLine(parts, item, 'Remaining')]
}

/** One more item, from now to the end of the period. */
export function addItem(
  parts: StripeParts,
  { id, items }: Subscription,
  { price, quantity }: Bought,
): LineDraft[] {
  const [first] = items.data
  const item: SubscriptionItem = {
    id: newId('si_').slice(0, 17),
    object: 'subscription_item',
    created: nowOf(parts),
    subscription: id,
    current_period_start: first?.current_period_start ?? nowOf(parts),
    current_period_end: first?.current_period_end ?? nowOf(parts),
    price,
    quantity,
    metadata: {},
  }
  items.data.push(item)
  return [restLine(parts, item, 'Remaining')]
}

function restLine(parts: StripeParts, item: SubscriptionItem, kind: 'Unused' | 'Remaining'): LineDraft {
  const now = nowOf(parts)
  const { current_period_start: start, current_period_end: end, price, quantity } = item
  const amount = Math.round((price.unit_amount * quantity * (end - now)) / (end - start))
  return {
    item: { ...item },
    amount: kind === 'Unused' ? -amount : amount,
    description: `${kind} time on ${nameOf(parts.store, price)}`,
    period: { start: now, end },
    proration: { invoiceItem: newId('ii_') },
  }
}

export function keepProrations(parts: StripeParts, { id }: Subscription, lines: readonly LineDraft[]): void {
  parts.pending.set(id, [...(parts.pending.get(id) ?? []), ...lines])
}

export function takeProrations(parts: StripeParts, { id }: Subscription): readonly LineDraft[] {
  const lines = parts.pending.get(id) ?? []
  parts.pending.delete(id)
  return lines
}

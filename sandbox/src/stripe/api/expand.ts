import { listOf, type LineItem, type Price } from '../model.ts'
import type { StripeParts } from '../parts.ts'
import { findObject } from '../store.ts'
import { invalid } from './errors.ts'

type Json = Record<string, unknown>

/** Puts the objects behind the ids on these paths in their place: `latest_invoice.payments`, `data.customer`. */
export function expand(parts: StripeParts, value: object, paths: readonly string[]): object {
  const root = structuredClone(value) as Json
  for (const path of paths) {
    if (path.split('.').filter((key) => key !== 'data').length > 4) {
      throw invalid('You cannot expand more than 4 levels of a property.', 'expand')
    }
    expandPath(parts, root, path.split('.'))
  }
  return root
}

function expandPath(parts: StripeParts, target: unknown, [key, ...rest]: readonly string[]): void {
  if (key === undefined || typeof target !== 'object' || target === null) return
  if (Array.isArray(target)) {
    for (const item of target) expandPath(parts, item, [key, ...rest])
    return
  }
  const object = target as Json
  object[key] = include(parts, object, key) ?? object[key]
  const found = typeof object[key] === 'string' ? findObject(parts.store, object[key]) : undefined
  if (found !== undefined) object[key] = structuredClone(found)
  expandPath(parts, object[key], rest)
}

/** What Stripe leaves out unless it is asked for. */
function include({ store, plans }: StripeParts, object: Json, key: string): unknown {
  const id = String(object['id'])
  if (object[key] !== undefined) return undefined
  switch (`${String(object['object'])}.${key}`) {
    case 'invoice.payments':
      return listOf(
        store.invoicePayments.list().filter(({ invoice }) => invoice === id),
        `/v1/invoice_payments?invoice=${id}`,
      )
    case 'checkout.session.line_items':
      return listOf(lineItemsOf(plans, id), `/v1/checkout/sessions/${id}/line_items`)
    case 'customer.subscriptions':
      return listOf(
        store.subscriptions.list().filter(({ customer, status }) => customer === id && status !== 'canceled'),
        `/v1/customers/${id}/subscriptions`,
      )
    case 'charge.refunds':
      return listOf(
        store.refunds.list().filter(({ charge }) => charge === id),
        `/v1/charges/${id}/refunds`,
      )
    default:
      return undefined
  }
}

export function lineItemsOf(plans: StripeParts['plans'], sessionId: string): LineItem[] {
  const { items = [], trialDays = null } = plans.get(sessionId) ?? {}
  return items.map(({ price, quantity }, index) =>
    lineItem(`li_${sessionId.slice('cs_test_'.length)}${index}`, price, quantity, trialDays !== null),
  )
}

function lineItem(id: string, price: Price, quantity: number, isTrial: boolean): LineItem {
  const amount = isTrial ? 0 : price.unit_amount * quantity
  return {
    id,
    object: 'item',
    amount_subtotal: amount,
    amount_total: amount,
    currency: price.currency,
    description: price.nickname ?? price.lookup_key ?? price.id,
    price,
    quantity,
  }
}

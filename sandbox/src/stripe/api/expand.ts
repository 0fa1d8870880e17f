import { listOf, type LineItem } from '../model.ts'
import { nameOf } from '../names.ts'
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
function include(parts: StripeParts, object: Json, key: string): unknown {
  const { store } = parts
  const id = String(object['id'])
  if (object[key] !== undefined) return undefined
  switch (`${String(object['object'])}.${key}`) {
    case 'invoice.payments':
      return listOf(
        store.invoicePayments.list().filter(({ invoice }) => invoice === id),
        `/v1/invoice_payments?invoice=${id}`,
      )
    case 'checkout.session.line_items':
      return listOf(lineItemsOf(parts, id), `/v1/checkout/sessions/${id}/line_items`)
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

export function lineItemsOf({ plans, store }: StripeParts, sessionId: string): LineItem[] {
  const { items = [], trialDays = null } = plans.get(sessionId) ?? {}
  return items.map(({ price, quantity }, index) => {
    const amount = trialDays === null ? price.unit_amount * quantity : 0
    return {
      id: `li_${sessionId.slice('cs_test_'.length)}${index}`,
      object: 'item',
      amount_subtotal: amount,
      amount_total: amount,
      currency: price.currency,
      description: nameOf(store, price),
      price,
      quantity,
    }
  })
}

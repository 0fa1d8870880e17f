/** The API version that the official SDK pins at the moment. */
export const currentVersion = '2026-10-28.endive'
/** A version of the line before periods moved to the items (2025-03-31). */
export const olderVersion = '2025-02-24.acacia'

/** Versions start with their day, so they compare as text. */
export function isBefore(version: string, day: string): boolean {
  return version.slice(0, 10) < day
}

type Json = Readonly<Record<string, unknown>>

/** Any object, or part of one, as this API version shows it. */
export function render(value: unknown, version: string): unknown {
  return isBefore(version, '2025-03-31') ? toOlder(value) : value
}

function toOlder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toOlder)
  if (typeof value !== 'object' || value === null) return value
  const object = Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, toOlder(inner)]))
  const downgrade = downgrades[String(object['object'])]
  return downgrade === undefined ? object : downgrade(object)
}

const downgrades: Record<string, (object: Json) => Json> = {
  subscription(object) {
    const items = object['items'] as { data: Json[] }
    const { start, end } = olderPeriods.get(items.data[0] ?? {}) ?? { start: null, end: null }
    return { ...object, current_period_start: start, current_period_end: end }
  },
  subscription_item({ current_period_start: start, current_period_end: end, ...object }) {
    olderPeriods.set(object, { start, end })
    return object
  },
  invoice({ parent, ...object }) {
    const details = (parent as { subscription_details?: Json } | null)?.subscription_details
    return {
      ...object,
      paid: object['status'] === 'paid',
      subscription: details?.['subscription'] ?? null,
      subscription_details: { metadata: details?.['metadata'] ?? {} },
    }
  },
  line_item({ parent, pricing, ...object }) {
    const details = (parent as { subscription_item_details: Json }).subscription_item_details
    const price = (pricing as { price_details: Json }).price_details
    return {
      ...object,
      type: details['proration'] === true ? 'invoiceitem' : 'subscription',
      price: { id: price['price'], object: 'price', product: price['product'] },
      proration: details['proration'],
      subscription_item: details['subscription_item'],
    }
  },
}

// An item is rendered before the subscription around it, which takes the period over.
const olderPeriods = new WeakMap<object, { start: unknown; end: unknown }>()

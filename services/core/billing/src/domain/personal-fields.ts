/** Fields of Stripe's objects that tell who somebody is, or open a page that does. */
const personal =
  /(^|_)(email|name|phone|address|shipping|ip|details|description|url|pdf|comment|tax_ids?|custom_fields|footer|memo|receipt_number|secret|fingerprint|last4)$/

/** Details that hold no person: where the newer payloads keep ids, prices and periods. */
const kept = new Set([
  'subscription_details',
  'subscription_item_details',
  'invoice_item_details',
  'price_details',
  'cancellation_details',
])
/** What we write into metadata ourselves; the rest may be anything. */
const ownMetadata = new Set(['organization_id', 'plan_id'])

/** The same payload without its personal fields, which are kept nowhere. */
export function withoutPersonalFields(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPersonalFields)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([field, inner]): [string, unknown][] => {
      if (field === 'metadata') return [[field, ownOf(inner)]]
      if (personal.test(field) && !kept.has(field)) return []
      return [[field, withoutPersonalFields(inner)]]
    }),
  )
}

const ownOf = (metadata: unknown): Record<string, unknown> =>
  Object.fromEntries(Object.entries(metadata ?? {}).filter(([name]) => ownMetadata.has(name)))

import { listOf, type ActiveEntitlement, type Feature, type Subscription } from '../model.ts'
import type { StripeParts } from '../parts.ts'
import { newId } from '../store.ts'

/** What each customer may use: the features of the products they are subscribed to. */
export interface Entitlements {
  of(customerId: string): readonly ActiveEntitlement[]
  /** Works out anew who may use what, and tells of those for whom it is different now. */
  refresh(parts: StripeParts): void
}

export function createEntitlements(granted: Map<string, readonly ActiveEntitlement[]>): Entitlements {
  const entitlements: Entitlements = {
    of: (customerId) => granted.get(customerId) ?? [],
    refresh(parts) {
      for (const { id } of parts.store.customers.list()) {
        const before = entitlements.of(id)
        const features = featuresOf(parts, id)
        if (isSame(before, features)) continue
        const after = features.map(
          (feature) => before.find((one) => one.feature === feature.id) ?? grant(feature),
        )
        granted.set(id, after)
        parts.events.emit('entitlements.active_entitlement_summary.updated', summary(id, after), {
          entitlements: listOf(before, `/v1/customer/${id}/entitlements`),
        })
      }
    },
  }
  return entitlements
}

function featuresOf({ store }: StripeParts, customerId: string): Feature[] {
  const isUsing = ({ customer, status }: Subscription): boolean =>
    customer === customerId && ['trialing', 'active', 'past_due'].includes(status)
  const products = new Set(
    store.subscriptions
      .list()
      .filter(isUsing)
      .flatMap(({ items }) => items.data.map(({ price }) => price.product)),
  )
  const features = store.productFeatures
    .list()
    .filter(({ product }) => products.has(product))
    .map(({ entitlement_feature: feature }) => [feature.id, feature] as const)
  return [...new Map(features).values()]
}

function isSame(before: readonly ActiveEntitlement[], features: readonly Feature[]): boolean {
  return (
    before.length === features.length && features.every(({ id }) => before.some((one) => one.feature === id))
  )
}

function grant({ id, lookup_key: key }: Feature): ActiveEntitlement {
  return {
    id: newId('ent_test_'),
    object: 'entitlements.active_entitlement',
    livemode: false,
    feature: id,
    lookup_key: key,
  }
}

function summary(customer: string, entitlements: readonly ActiveEntitlement[]): object {
  return {
    object: 'entitlements.active_entitlement_summary',
    customer,
    entitlements: listOf(entitlements, `/v1/customer/${customer}/entitlements`),
    livemode: false,
  }
}

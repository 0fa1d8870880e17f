import { z } from 'zod'
import type { Feature, ProductFeature } from '../model.ts'
import type { StripeParts } from '../parts.ts'
import { newId } from '../store.ts'
import { get, metadata, must, page, post, read, type Route } from './route.ts'

export function entitlementRoutes({ store, entitlements }: StripeParts): Route[] {
  return [
    get('/v1/entitlements/features', (call) => {
      const { lookup_key: key } = read({ lookup_key: z.string().optional() }, call)
      const items = store.features.list().filter((feature) => key === undefined || key === feature.lookup_key)
      return page(call, items, '/v1/entitlements/features')
    }),
    post('/v1/entitlements/features', (call) => {
      const given = read({ name: z.string(), lookup_key: z.string(), metadata: metadata.optional() }, call)
      return store.features.add<Feature>({
        id: newId('feat_test_'),
        object: 'entitlements.feature',
        livemode: false,
        lookup_key: given.lookup_key,
        active: true,
        name: given.name,
        metadata: given.metadata ?? {},
      })
    }),
    get('/v1/products/:id/features', (call) => {
      const { id } = must(store.products, 'product', call.params['id'])
      const items = store.productFeatures.list().filter(({ product }) => product === id)
      return page(call, items, `/v1/products/${id}/features`)
    }),
    post('/v1/products/:id/features', (call) => {
      const { id } = must(store.products, 'product', call.params['id'])
      const { entitlement_feature: feature } = read({ entitlement_feature: z.string() }, call)
      return store.productFeatures.add<ProductFeature>({
        id: newId('pf_test_'),
        object: 'product_feature',
        livemode: false,
        product: id,
        entitlement_feature: must(store.features, 'feature', feature, 'entitlement_feature'),
      })
    }),
    get('/v1/entitlements/active_entitlements', (call) => {
      const { customer } = read({ customer: z.string() }, call)
      return page(call, entitlements.of(customer), '/v1/entitlements/active_entitlements')
    }),
  ]
}

import type { StripeParts } from '../parts.ts'
import { catalogueRoutes } from './catalogue.ts'
import { checkoutRoutes } from './checkout.ts'
import { customerRoutes } from './customers.ts'
import { entitlementRoutes } from './entitlements.ts'
import { eventRoutes } from './events.ts'
import { invoiceRoutes } from './invoices.ts'
import { paymentMethodRoutes } from './payment-methods.ts'
import { paymentRoutes } from './payments.ts'
import { portalRoutes } from './portal.ts'
import type { Route } from './route.ts'
import { subscriptionRoutes } from './subscriptions.ts'

export function apiRoutes(parts: StripeParts): Route[] {
  return [
    ...catalogueRoutes(parts),
    ...checkoutRoutes(parts),
    ...customerRoutes(parts),
    ...entitlementRoutes(parts),
    ...eventRoutes(parts),
    ...invoiceRoutes(parts),
    ...paymentMethodRoutes(parts),
    ...paymentRoutes(parts),
    ...portalRoutes(parts),
    ...subscriptionRoutes(parts),
  ]
}

import { z } from 'zod'
import type { PortalSession } from '../model.ts'
import { nowOf, type StripeParts } from '../parts.ts'
import { portalPageOf } from '../pages/addresses.ts'
import { newId } from '../store.ts'
import { must, post, read, type Route } from './route.ts'

export function portalRoutes(parts: StripeParts): Route[] {
  return [
    post('/v1/billing_portal/sessions', (call) => {
      const given = read({ customer: z.string(), return_url: z.url().optional() }, call)
      const customer = must(parts.store.customers, 'customer', given.customer, 'customer')
      const id = newId('bps_')
      return parts.store.portals.add<PortalSession>({
        id,
        object: 'billing_portal.session',
        created: nowOf(parts),
        livemode: false,
        customer: customer.id,
        return_url: given.return_url ?? null,
        url: portalPageOf(parts.url, id),
      })
    }),
  ]
}

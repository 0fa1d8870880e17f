import type { FastifyInstance } from 'fastify'
import type { StripeParts } from '../parts.ts'
import { mountBoardPage } from './board.ts'
import { mountCheckoutPage } from './checkout.ts'
import { mountInvoicePage } from './invoice.ts'
import { mountPortalPage } from './portal.ts'

export function mountPages(app: FastifyInstance, parts: StripeParts): void {
  mountBoardPage(app, parts)
  mountCheckoutPage(app, parts)
  mountInvoicePage(app, parts)
  mountPortalPage(app, parts)
}

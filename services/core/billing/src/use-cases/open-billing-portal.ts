import { type HandlerOf, userIdOf } from '@triptych/kernel'
import { auditOrganization } from '../audit.ts'
import type { billingContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { ensureCustomer } from '../ensure-customer.ts'
import { requireReturnUrl } from '../return-url.ts'
import { atStripe, stripeOf } from '../stripe-failure.ts'

export const openBillingPortal =
  (deps: Deps): HandlerOf<typeof billingContract, 'openBillingPortal'> =>
  async (context, { return_url: wanted }, fail) => {
    const organizationId = context.tenant?.organizationId ?? ''
    const returnUrl = wanted ?? `${deps.publicUrl}/console/company/plan`
    requireReturnUrl(deps, 'return_url', returnUrl)
    const customer = await ensureCustomer(deps, context, organizationId)
    if (customer === undefined) throw fail('billing.not_configured')
    const url = await atStripe(stripeOf(deps).openPortal({ customer, returnUrl }))
    await deps.db.write(context, async (transaction) =>
      auditOrganization(deps, transaction, organizationId, {
        action: 'billing.portal.opened',
        target: `organization:${organizationId}`,
        actorUserId: userIdOf(context.actor) ?? '',
      }),
    )
    return { portal_url: url }
  }

import { failure, type HandlerOf, isFailure, userIdOf } from '@triptych/kernel'
import { auditOrganization } from '../audit.ts'
import type { billingContract } from '../contract/contract.ts'
import { errors } from '../contract/errors.ts'
import type { Deps } from '../deps.ts'
import { oneChangeAtATime } from '../one-change.ts'
import { changeAtStripe, requireRunning } from '../running-subscription.ts'
import { atStripe, stripeOf } from '../stripe-failure.ts'

export const cancelSubscription =
  (deps: Deps): HandlerOf<typeof billingContract, 'cancelSubscription'> =>
  async (context, { when }) => {
    const organizationId = context.tenant?.organizationId ?? ''
    return oneChangeAtATime(deps, organizationId, async () => {
      const { id, stripe_id: subscription } = await requireRunning(deps, context)
      await deps.db.write(context, async (transaction) =>
        auditOrganization(deps, transaction, organizationId, {
          action: 'billing.subscription.cancel_requested',
          target: `subscription:${id}`,
          references: { when },
          actorUserId: userIdOf(context.actor) ?? '',
        }),
      )
      return changeAtStripe(deps, context, { organizationId, subscription }, () =>
        // It has ended there, and the event that says so is on its way.
        atStripe(stripeOf(deps).cancel(subscription, when)).catch((error: unknown) => {
          const isOver = isFailure(error, errors.stripe_refused)
          throw isOver ? failure(errors.not_subscribed, { cause: error }) : error
        }),
      )
    })
  }

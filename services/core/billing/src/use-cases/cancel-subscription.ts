import { failure, type HandlerOf, isFailure, userIdOf } from '@triptych/kernel'
import { auditOrganization } from '../audit.ts'
import type { billingContract } from '../contract/contract.ts'
import { errors } from '../contract/errors.ts'
import type { Deps } from '../deps.ts'
import { positionOf, requireRunning, takeInAnswer } from '../running-subscription.ts'
import { atStripe, stripeOf } from '../stripe-failure.ts'

export const cancelSubscription =
  (deps: Deps): HandlerOf<typeof billingContract, 'cancelSubscription'> =>
  async (context, { when }) => {
    const organizationId = context.tenant?.organizationId ?? ''
    const { id, stripe_id: subscription } = await requireRunning(deps, context)
    const position = await positionOf(deps, context, subscription)
    await deps.db.write(context, async (transaction) =>
      auditOrganization(deps, transaction, organizationId, {
        action: 'billing.subscription.cancel_requested',
        target: `subscription:${id}`,
        references: { when },
        actorUserId: userIdOf(context.actor) ?? '',
      }),
    )
    // It has ended there, and the event that says so is on its way.
    const object = await atStripe(stripeOf(deps).cancel(subscription, when)).catch((error: unknown) => {
      throw isFailure(error, errors.stripe_refused) ? failure(errors.not_subscribed, { cause: error }) : error
    })
    return takeInAnswer(deps, context, { organizationId, subscription }, { object, position })
  }

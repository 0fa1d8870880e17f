import { type Context, failure, type HandlerOf, isFailure, isoTime, userIdOf } from '@triptych/kernel'
import { auditOrganization } from '../audit.ts'
import type { billingContract } from '../contract/contract.ts'
import { errors } from '../contract/errors.ts'
import type { Deps } from '../deps.ts'
import { statusAt } from '../domain/subscription.ts'
import { ensureCustomer } from '../ensure-customer.ts'
import { priceOf } from '../plan-price.ts'
import { requireReturnUrl } from '../return-url.ts'
import {
  type CheckoutRow,
  closeCheckout,
  insertCheckout,
  lockCheckouts,
  nameCheckout,
  openCheckouts,
} from '../store/checkout-sessions.ts'
import { findSubscriptionPlan } from '../store/subscription-plans.ts'
import { subscriptionsOf } from '../store/subscriptions.ts'
import type { SubscriptionPlanRow } from '../store/tables.ts'
import { atStripe, stripeOf } from '../stripe-failure.ts'
import { judgedOf } from '../subscription-row.ts'

/** One checkout at a time is open: the one before is closed first, so that nobody pays twice. */
export const createCheckoutSession =
  (deps: Deps): HandlerOf<typeof billingContract, 'createCheckoutSession'> =>
  async (context, input, fail) => {
    const organizationId = context.tenant?.organizationId ?? ''
    requireReturnUrl(deps, 'success_url', input.success_url)
    requireReturnUrl(deps, 'cancel_url', input.cancel_url)
    const plan = await deps.db.readOne(context, (query) => findSubscriptionPlan(query, input.plan_id))
    if (plan === undefined || !plan.is_offered) throw fail('billing.plan_not_found')
    const customer = await ensureCustomer(deps, context, organizationId)
    if (customer === undefined) throw fail('billing.plan_not_found')
    const price = await priceOf(deps, context, plan)
    await closeOpenOnes(deps, context, organizationId)
    const row = await begin(deps, context, { organizationId, plan })
    const session = await atStripe(
      stripeOf(deps).openCheckout({
        id: row.id,
        customer,
        price,
        planId: plan.id,
        organizationId,
        trialDays: row.with_trial ? plan.trial_days : null,
        successUrl: input.success_url,
        cancelUrl: input.cancel_url,
      }),
    )
    const answer = { checkout_url: session.url, session_id: session.id }
    const isOpen = await deps.db.write(context, async ({ query, remember }) => {
      const isNamed = await nameCheckout(query, row.id, session.id)
      if (isNamed) remember(answer)
      return isNamed
    })
    if (!isOpen) {
      await expire(deps, session.id)
      throw fail('billing.checkout_begun')
    }
    return answer
  }

/** What was completed meanwhile is a subscription, and its event is on its way. */
async function closeOpenOnes(deps: Deps, context: Context, organizationId: string): Promise<void> {
  const open = await deps.db.read(context, (query) => openCheckouts(query, organizationId))
  for (const { id, stripe_id: stripeId } of open) {
    if (stripeId !== null) await expire(deps, stripeId)
    const named = await deps.db.write(context, ({ query }) => closeCheckout(query, id))
    // Its page was opened while this one looked.
    if (named !== null && named !== stripeId) await expire(deps, named)
  }
}

async function expire(deps: Deps, stripeId: string): Promise<void> {
  try {
    await atStripe(stripeOf(deps).expireCheckout(stripeId))
  } catch (error) {
    if (!isFailure(error, errors.stripe_refused)) throw error
    const { status } = await atStripe(stripeOf(deps).readCheckout(stripeId))
    if (status === 'complete') throw failure(errors.already_subscribed, { cause: error })
  }
}

function begin(
  deps: Deps,
  context: Context,
  { organizationId, plan }: { readonly organizationId: string; readonly plan: SubscriptionPlanRow },
): Promise<CheckoutRow> {
  return deps.db.write(context, async (transaction) => {
    const { query } = transaction
    await lockCheckouts(query, organizationId)
    const subscriptions = await subscriptionsOf(query, organizationId)
    const isSubscribed = subscriptions.some((row) => statusAt(judgedOf(row), deps.clock.now()) !== 'ended')
    if (isSubscribed) throw failure(errors.already_subscribed)
    // Another one was begun beside this one, and its page is open now.
    if ((await openCheckouts(query, organizationId)).length > 0) throw failure(errors.checkout_begun)
    const row: CheckoutRow = {
      id: deps.newId(),
      organization_id: organizationId,
      stripe_id: null,
      plan_id: plan.id,
      with_trial: plan.trial_days > 0 && subscriptions.length === 0,
      state: 'open',
      created_at: isoTime(deps.clock),
    }
    await insertCheckout(query, row)
    auditOrganization(deps, transaction, organizationId, {
      action: 'billing.checkout.begun',
      target: `checkout:${row.id}`,
      references: { plan: plan.id },
      actorUserId: userIdOf(context.actor) ?? '',
    })
    return row
  })
}

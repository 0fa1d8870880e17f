import type { Handlers } from '@triptych/kernel'
import type { billingContract } from './contract/contract.ts'
import type { Deps } from './deps.ts'
import { reconcileAll } from './reconcile.ts'
import { cancelSubscription } from './use-cases/cancel-subscription.ts'
import { changePlan } from './use-cases/change-plan.ts'
import { checkoutSuccess } from './use-cases/checkout-success.ts'
import { createCheckoutSession } from './use-cases/create-checkout-session.ts'
import { createPlan } from './use-cases/create-plan.ts'
import { exportPersonalData } from './use-cases/export-personal-data.ts'
import { getAnalytics } from './use-cases/get-analytics.ts'
import { getEntitlements } from './use-cases/get-entitlements.ts'
import { getLimits } from './use-cases/get-limits.ts'
import { getPlan } from './use-cases/get-plan.ts'
import { getSubscription } from './use-cases/get-subscription.ts'
import { grantPlan } from './use-cases/grant-plan.ts'
import { listPlans } from './use-cases/list-plans.ts'
import { listSubscriptions } from './use-cases/list-subscriptions.ts'
import { listWebhookEvents } from './use-cases/list-webhook-events.ts'
import { openBillingPortal } from './use-cases/open-billing-portal.ts'
import { receiveStripeEvent } from './use-cases/receive-stripe-event.ts'
import { releaseUsage } from './use-cases/release-usage.ts'
import { replayWebhookEvent } from './use-cases/replay-webhook-event.ts'
import { requireEntitlement } from './use-cases/require-entitlement.ts'
import { reserveUsage } from './use-cases/reserve-usage.ts'
import { settleUsage } from './use-cases/settle-usage.ts'
import { updatePlan } from './use-cases/update-plan.ts'

export const handlersOf = (deps: Deps): Handlers<typeof billingContract> => ({
  getEntitlements: getEntitlements(deps),
  getLimits: getLimits(deps),
  reserveUsage: reserveUsage(deps),
  settleUsage: settleUsage(deps),
  releaseUsage: releaseUsage(deps),
  requireEntitlement: requireEntitlement(deps),
  grantPlan: grantPlan(deps),
  listPlans: listPlans(deps, 'offered'),
  getPlan: getPlan(deps),
  listAllPlans: listPlans(deps, 'all'),
  createPlan: createPlan(deps),
  updatePlan: updatePlan(deps),
  createCheckoutSession: createCheckoutSession(deps),
  checkoutSuccess: checkoutSuccess(deps),
  checkoutCancel: () => Promise.resolve({ state: 'canceled' }),
  openBillingPortal: openBillingPortal(deps),
  listSubscriptions: listSubscriptions(deps),
  cancelSubscription: cancelSubscription(deps),
  changePlan: changePlan(deps),
  receiveStripeEvent: receiveStripeEvent(deps),
  listWebhookEvents: listWebhookEvents(deps),
  replayWebhookEvent: replayWebhookEvent(deps),
  getAnalytics: getAnalytics(deps),
  reconcile: (context) => reconcileAll(deps, context),
  getSubscription: getSubscription(deps),
  exportPersonalData: exportPersonalData(deps),
})

import { emptyInput, id, operation, pageInput, pageOf } from '@triptych/kernel'
import { z } from 'zod'
import { errors } from './errors.ts'
import {
  checkoutState,
  figures,
  planId,
  returnUrl,
  subscription,
  webhookEvent,
  webhookEventState,
} from './subscription-schemas.ts'

const manages = { who: 'user', organization: 'admin' } as const
const atStripe = [errors.not_configured, errors.stripe_unavailable, errors.stripe_refused] as const
const sessionId = z.string().max(255).regex(/^\w+$/, 'Use the id of a checkout session.')
const slow = { timeoutMs: 30_000 }

/** What organisations subscribe to and pay. */
export const subscriptionOperations = {
  createCheckoutSession: operation({
    summary: 'Begin to subscribe; the answer says where to pay',
    description:
      'For owners and admins with a verified e-mail. The first subscription of an organisation begins with the plan’s ' +
      'trial. A checkout that is still open is replaced. `{CHECKOUT_SESSION_ID}` in `success_url` becomes the session’s id.',
    access: { ...manages, verifiedEmail: true },
    http: { method: 'POST', path: '/checkout/session' },
    input: z.strictObject({ plan_id: planId, success_url: returnUrl, cancel_url: returnUrl }),
    output: z.object({ checkout_url: z.string(), session_id: z.string() }),
    errors: [
      errors.plan_not_found,
      errors.url_not_allowed,
      errors.already_subscribed,
      errors.checkout_begun,
      ...atStripe,
    ],
    idempotency: 'sealed',
    limits: [
      { per: 'actor', perMinute: 20 },
      { per: 'tenant', perMinute: 200 },
    ],
    ...slow,
  }),
  checkoutSuccess: operation({
    summary: 'How a checkout stands after the payment; asked again until it is `ready`',
    description:
      'The licence itself is issued a moment later and stands in `GET /licenses/`. A browser is sent to the console.',
    access: { who: 'user', organization: 'member' },
    http: { method: 'GET', path: '/checkout/success' },
    input: z.strictObject({ session_id: sessionId }),
    output: checkoutState,
    errors: [errors.checkout_not_found],
  }),
  checkoutCancel: operation({
    summary: 'Where a checkout that was left returns to',
    description: 'Nothing was paid. A browser is sent to the plans in the console.',
    access: { who: 'anonymous' },
    http: { method: 'GET', path: '/checkout/cancel' },
    input: z.object({}),
    output: z.object({ state: z.literal('canceled') }),
  }),
  openBillingPortal: operation({
    summary: 'Where to change the card, see invoices and cancel',
    access: manages,
    http: { method: 'POST', path: '/billing/portal' },
    input: z.strictObject({ return_url: returnUrl.optional() }),
    output: z.object({ portal_url: z.string() }),
    errors: [errors.url_not_allowed, ...atStripe],
    ...slow,
  }),
  listSubscriptions: operation({
    summary: 'Subscriptions of the organisation, newest first',
    access: { who: 'user', organization: 'member' },
    http: { method: 'GET', path: '/subscriptions' },
    input: emptyInput,
    output: z.object({ items: z.array(subscription) }),
  }),
  cancelSubscription: operation({
    summary: 'Cancel, at the end of what is paid or at once',
    access: manages,
    http: { method: 'POST', path: '/subscriptions/cancel' },
    input: z.strictObject({ when: z.enum(['period_end', 'now']).default('period_end') }),
    output: subscription,
    errors: [errors.not_subscribed, errors.change_under_way, ...atStripe],
    idempotency: 'sealed',
    ...slow,
  }),
  changePlan: operation({
    summary: 'Change to another plan',
    description: 'More is charged at once for the rest of the period; less is credited on the next invoice.',
    access: manages,
    http: { method: 'POST', path: '/subscriptions/change-plan' },
    input: z.strictObject({ plan_id: planId }),
    output: subscription,
    errors: [
      errors.not_subscribed,
      errors.change_under_way,
      errors.plan_not_found,
      errors.same_plan,
      errors.payment_refused,
      ...atStripe,
    ],
    idempotency: 'sealed',
    ...slow,
  }),
  receiveStripeEvent: operation({
    summary: 'Stripe’s webhook',
    description:
      'Also at `/subscriptions/webhook/`. The signature covers the raw body and holds for five minutes either way. An event ' +
      'is kept before it is applied: 503 asks for it again, after eight tries it is put aside and 200. Events of ' +
      'version 2 (thin) are refused.',
    access: { who: 'module' },
    servedAt: { method: 'POST', path: '/webhooks/stripe' },
    input: z.strictObject({
      signature: z.string().max(2_000),
      body: z.string().max(2_000_000).describe('The raw body, base64'),
    }),
    output: z.object({ received: z.literal(true), outcome: z.enum(['applied', 'ignored', 'known', 'dead']) }),
    errors: [
      errors.webhook_unauthentic,
      errors.webhook_malformed,
      errors.webhook_thin,
      errors.event_not_applied,
      errors.not_configured,
    ],
    timeoutMs: 20_000,
  }),
  listWebhookEvents: operation({
    summary: 'Events of Stripe, newest first',
    access: { who: 'admin' },
    http: { method: 'GET', path: '/admin/webhook-events' },
    input: z.strictObject({
      ...pageInput,
      state: webhookEventState.optional(),
      type: z
        .string()
        .max(100)
        .regex(/^[\w.]+$/, 'Use a type such as invoice.paid.')
        .optional(),
    }),
    output: pageOf(webhookEvent),
  }),
  replayWebhookEvent: operation({
    summary: 'Apply an event again, also one that was put aside',
    description: 'Facts that are known change nothing, so an event that was applied may be replayed too.',
    access: { who: 'admin' },
    http: { method: 'POST', path: '/admin/webhook-events/{id}/replay' },
    input: z.strictObject({ id }),
    output: webhookEvent,
    errors: [errors.webhook_event_not_found],
    idempotency: 'sealed',
    ...slow,
  }),
  getAnalytics: operation({
    summary: 'What comes in, who stays, who goes',
    access: { who: 'admin' },
    http: { method: 'GET', path: '/admin/analytics' },
    input: emptyInput,
    output: figures,
  }),
  reconcile: operation({
    summary: 'Read at Stripe what never came, and what still runs',
    access: { who: 'module' },
    input: emptyInput,
    output: z.object({
      events_found: z.number().int(),
      events_failed: z.number().int(),
      subscriptions_read: z.number().int(),
    }),
    errors: atStripe,
    timeoutMs: 30 * 60_000,
  }),
  getSubscription: operation({
    summary: 'What is true of a subscription now',
    access: { who: 'module' },
    input: z.strictObject({ subscription_id: id }),
    output: subscription,
    errors: [errors.subscription_not_found],
  }),
}

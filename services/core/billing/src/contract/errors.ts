import { defineErrors } from '@triptych/kernel'
import { z } from 'zod'

export const errors = defineErrors('billing', {
  limit_reached: {
    kind: 'payment_required',
    title: 'You have used what your plan includes for now.',
    data: z.object({
      limit: z.number().int(),
      used: z.number().int(),
      resets_at: z.string(),
      upgrade_to: z.enum(['prism', 'prism_plus']).nullable(),
    }),
  },
  not_included: {
    kind: 'payment_required',
    title: 'Your plan does not include this.',
    data: z.object({ upgrade_to: z.enum(['prism', 'prism_plus']).nullable() }),
  },
  plan_not_found: { kind: 'not_found', title: 'There is no such plan.' },
  plan_id_taken: { kind: 'conflict', title: 'There is a plan with this id already.' },
  url_not_allowed: { kind: 'invalid', title: 'This address is not one that a checkout may return to.' },
  already_subscribed: {
    kind: 'conflict',
    title: 'This organisation has a subscription already. Change its plan instead.',
  },
  checkout_begun: {
    kind: 'conflict',
    title: 'Somebody of this organisation is beginning a checkout just now. Try again in a moment.',
  },
  not_subscribed: { kind: 'conflict', title: 'This organisation has no subscription. Choose a plan first.' },
  change_under_way: {
    kind: 'conflict',
    title: 'Somebody of this organisation is changing its subscription just now. Try again in a moment.',
  },
  same_plan: { kind: 'conflict', title: 'This is the plan you have.' },
  payment_refused: {
    kind: 'payment_required',
    title: 'The payment was refused. Change the card and try again.',
  },
  checkout_not_found: { kind: 'not_found', title: 'There is no such checkout.' },
  not_configured: { kind: 'unavailable', title: 'Payments are not set up on this server.' },
  stripe_unavailable: {
    kind: 'unavailable',
    title: 'The payment provider does not answer. Nothing was charged; try again in a moment.',
  },
  stripe_refused: {
    kind: 'conflict',
    title:
      'The payment provider refused this, and nothing was charged. Load the page again; if it stays so, ask whoever runs this server.',
  },
  webhook_unauthentic: {
    kind: 'invalid',
    title: 'This event is not signed with a secret of ours, or not just now.',
  },
  webhook_malformed: { kind: 'invalid', title: 'This is no event of Stripe.' },
  webhook_thin: {
    kind: 'invalid',
    title: 'Thin events (version 2) are not read here. Send snapshot events to this address.',
  },
  webhook_event_not_found: { kind: 'not_found', title: 'There is no such event.' },
  event_not_applied: {
    kind: 'unavailable',
    title: 'This event was kept and is not applied yet. Send it again.',
  },
  subscription_not_found: { kind: 'not_found', title: 'There is no such subscription.' },
  person_not_found: { kind: 'not_found', title: 'There is no such account.' },
})

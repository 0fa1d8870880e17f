import { id, line, timestamp } from '@triptych/kernel'
import { z } from 'zod'

export const planId = z
  .string()
  .regex(/^[a-z][a-z0-9-]{1,31}$/, 'Use the id of a plan, such as starter.')
  .describe('Slug, such as `pro`')

/** What a plan switches on in the licensed program, which reads it in its signed licence: a name, and whether or how much. */
export const planFeatures = z.record(
  z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, 'Use lower-case letters, digits and underscores.'),
  z.union([z.boolean(), z.number()]),
)

export const subscriptionStatus = z
  .enum(['incomplete', 'trialing', 'active', 'past_due', 'suspended', 'ended'])
  .describe(
    'incomplete: not paid yet; past_due: a payment failed and the grace runs; suspended: not usable until it is paid',
  )

export const subscription = z.object({
  id: id.describe('Ours; Stripe’s own id stays inside billing'),
  organization_id: id,
  plan: z.object({
    id: planId,
    name: z.string(),
    max_concurrent_seats: z.number().int(),
    features: planFeatures,
    reserve_during_grace: z.boolean(),
  }),
  status: subscriptionStatus,
  is_trial: z.boolean(),
  current_period_ends_at: timestamp.nullable().describe('Paid, or on trial, until then; null before'),
  grace_ends_at: timestamp.nullable().describe('When it is suspended unless it is paid'),
  cancel_at: timestamp.nullable().describe('When it will end, if that is planned'),
  started_at: timestamp.nullable().describe('When it was first usable'),
  version: z.number().int().describe('Grows with every change'),
})

export const subscriptionPlan = z.object({
  id: planId,
  name: z.string(),
  price_cents: z.number().int(),
  currency: z.string().describe('ISO 4217, in small letters'),
  interval: z.enum(['month']),
  max_concurrent_seats: z.number().int(),
  trial_days: z.number().int(),
  features: planFeatures,
  reserve_during_grace: z
    .boolean()
    .describe('Whether a seat stays reserved while its client is offline within its grace'),
  is_offered: z.boolean(),
  rank: z.number().int(),
})

/** What an administrator may set of a plan. */
export const planTerms = {
  name: line(60),
  price_cents: z.int().min(50).max(10_000_000),
  max_concurrent_seats: z.int().min(1).max(100_000),
  trial_days: z.int().min(0).max(365),
  features: planFeatures,
  reserve_during_grace: z.boolean(),
  is_offered: z.boolean(),
  rank: z.int().min(0).max(1_000),
}

export const returnUrl = z
  .url({ protocol: /^https?$/ })
  .max(1_000)
  .refine((value) => value.isWellFormed(), 'This address has a broken character.')
  .describe('Within this deployment, or an origin of BILLING_RETURN_ORIGINS')

export const checkoutState = z.object({
  state: z
    .enum(['open', 'waiting', 'ready', 'expired'])
    .describe(
      'waiting: Stripe has not said yet that it is paid; ready: the licence is being issued, see `GET /licenses/`',
    ),
  session_id: z.string(),
  plan_id: planId,
  subscription_id: id.nullable(),
})

export const webhookEventState = z.enum(['received', 'applied', 'ignored', 'dead'])

export const webhookEvent = z.object({
  id,
  event_id: z.string().describe('Stripe’s own id'),
  type: z.string(),
  api_version: z.string(),
  state: webhookEventState.describe(
    'ignored: nothing here is about it; dead: given up, to be replayed by hand',
  ),
  attempts: z.number().int(),
  last_error: z.string().nullable().describe('A code'),
  happened_at: timestamp,
  received_at: timestamp,
  settled_at: timestamp.nullable(),
})

export const figures = z.object({
  currency: z.string(),
  mrr_cents: z.number().int().describe('A month of everything that is paid for; trials are no part of it'),
  arr_cents: z.number().int(),
  active_subscriptions: z.number().int().describe('Usable now: paid for, on trial, or within their grace'),
  trialing_subscriptions: z.number().int(),
  churned_this_month: z.number().int(),
  churn_rate: z
    .number()
    .describe('Of those that were paid for when the month began, how many have ended, 0 to 1'),
  new_signups_this_month: z.number().int().describe('Subscriptions that began'),
  plans: z.array(z.object({ plan_id: planId, subscriptions: z.number().int(), mrr_cents: z.number().int() })),
  as_of: timestamp,
})

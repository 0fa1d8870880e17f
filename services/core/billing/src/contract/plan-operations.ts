import { emptyInput, operation } from '@triptych/kernel'
import { z } from 'zod'
import { errors } from './errors.ts'
import { planId, planTerms, subscriptionPlan } from './subscription-schemas.ts'

const { features, reserve_during_grace, is_offered, rank, trial_days, ...always } = planTerms

/** What can be subscribed to. */
export const planOperations = {
  listPlans: operation({
    summary: 'Plans that are offered, cheapest first',
    access: { who: 'anonymous' },
    http: { method: 'GET', path: '/plans' },
    input: emptyInput,
    output: z.object({ items: z.array(subscriptionPlan) }),
  }),
  getPlan: operation({
    summary: 'One plan',
    access: { who: 'anonymous' },
    http: { method: 'GET', path: '/plans/{plan_id}' },
    input: z.strictObject({ plan_id: planId }),
    output: subscriptionPlan,
    errors: [errors.plan_not_found],
  }),
  listAllPlans: operation({
    summary: 'Every plan, cheapest first, also those that are no longer offered',
    access: { who: 'admin' },
    http: { method: 'GET', path: '/admin/plans' },
    input: emptyInput,
    output: z.object({ items: z.array(subscriptionPlan) }),
  }),
  createPlan: operation({
    summary: 'Add a plan',
    access: { who: 'admin', fresh: true },
    http: { method: 'POST', path: '/admin/plans', status: 201 },
    input: z.strictObject({
      id: planId,
      ...always,
      currency: z
        .string()
        .regex(/^[a-z]{3}$/, 'Use an ISO 4217 code in small letters, such as usd.')
        .default('usd'),
      trial_days: trial_days.default(14),
      features: features.default({}),
      reserve_during_grace: reserve_during_grace.default(false),
      is_offered: is_offered.default(true),
      rank: rank.default(0),
    }),
    output: subscriptionPlan,
    errors: [errors.plan_id_taken],
    idempotency: 'sealed',
  }),
  updatePlan: operation({
    summary: 'Change a plan',
    description:
      'Another price is for those who subscribe from now on; what runs keeps the price it began with.',
    access: { who: 'admin', fresh: true },
    http: { method: 'PATCH', path: '/admin/plans/{id}' },
    input: z.strictObject({ id: planId, ...z.object(planTerms).partial().shape }),
    output: subscriptionPlan,
    errors: [errors.plan_not_found],
    idempotency: 'sealed',
  }),
}

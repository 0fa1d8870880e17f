import {
  defineContract,
  emptyInput,
  id,
  line,
  noOutput,
  operation,
  exportPersonalData,
  timestamp,
} from '@triptych/kernel'
import { z } from 'zod'
import { errors } from './errors.ts'
import { subscriptionChanged } from './events.ts'
import { planOperations } from './plan-operations.ts'
import { subscriptionOperations } from './subscription-operations.ts'

export const plan = z.enum(['free', 'prism', 'prism_plus'])
export const meter = z.enum(['turns_per_day', 'mirror_sessions_per_week'])

const limits = z.object({
  turns_per_day: z.number().int(),
  mirror_sessions_per_week: z.number().int().nullable().describe('null: as many as you like'),
  reframes_per_session: z.number().int().nullable().describe('Fragments turned in one Mirror session'),
  spectrum: z.enum(['none', 'weekly', 'weekly_monthly']),
})

const usage = z.object({
  used: z.number().int(),
  limit: z.number().int().nullable(),
  resets_at: timestamp,
})

export const billingContract = defineContract({
  name: 'billing',
  description: 'Plans, limits and what a person or organisation is entitled to.',
  events: [subscriptionChanged],
  operations: {
    getEntitlements: operation({
      summary: 'Your plan, its limits and what is used of them',
      access: { who: 'user', scope: 'kalei:read' },
      http: { method: 'GET', path: '/billing/entitlements' },
      input: emptyInput,
      output: z.object({
        plan,
        source: z.enum(['default', 'admin', 'apple', 'google', 'stripe']),
        expires_at: timestamp.nullable(),
        limits,
        usage: z.object({ turns_per_day: usage, mirror_sessions_per_week: usage }),
      }),
    }),
    reserveUsage: operation({
      summary: 'Take one of what the plan includes, before the work is done',
      description:
        'Exact under parallel calls. `usage_id` is the id of the thing that will be made: reserving it twice takes one. ' +
        'An unsettled reservation ends by itself after ten minutes.',
      access: { who: 'module' },
      input: z.strictObject({ user_id: id, meter, usage_id: id }),
      output: usage.extend({ plan }),
      errors: [errors.limit_reached],
    }),
    settleUsage: operation({
      summary: 'The work was done: the reservation counts',
      access: { who: 'module' },
      input: z.strictObject({ user_id: id, usage_id: id }),
      output: noOutput,
    }),
    releaseUsage: operation({
      summary: 'The work was not done: give the reservation back',
      access: { who: 'module' },
      input: z.strictObject({ user_id: id, usage_id: id }),
      output: noOutput,
    }),
    getLimits: operation({
      summary: 'Limits that other services count themselves',
      access: { who: 'module' },
      input: z.strictObject({ user_id: id }),
      output: z.object({
        plan,
        reframes_per_session: limits.shape.reframes_per_session,
        upgrade_to: z.enum(['prism', 'prism_plus']).nullable(),
      }),
    }),
    requireEntitlement: operation({
      summary: 'Refuse unless the plan includes a feature; read from a snapshot',
      access: { who: 'module' },
      input: z.strictObject({ user_id: id, feature: z.enum(['spectrum_weekly', 'spectrum_monthly']) }),
      output: z.object({ plan }),
      errors: [errors.not_included],
    }),
    grantPlan: operation({
      summary: 'Give a person a plan until a date',
      access: { who: 'admin', fresh: true },
      http: { method: 'POST', path: '/admin/entitlements', status: 201 },
      input: z.strictObject({
        user_id: id,
        plan,
        expires_at: timestamp.nullable().default(null),
        reason: line(200),
      }),
      output: z.object({ id, user_id: id, plan, expires_at: timestamp.nullable() }),
      errors: [errors.person_not_found],
      idempotency: 'sealed',
    }),
    ...planOperations,
    ...subscriptionOperations,
    exportPersonalData,
  },
})

import { defineJob, defineJobs } from '@triptych/jobs'
import { z } from 'zod'

const minute = 60_000
const hour = 60 * minute
const tidying = { limit: 2, backoff: { firstMs: 10_000, maxMs: minute } }
const patient = { limit: 40, backoff: { firstMs: 10_000, maxMs: 6 * hour } }
const ofOrganization = z.strictObject({ organization_id: z.uuid() })

export const billingJobs = defineJobs({
  /** Makes an organisation known to Stripe; tried for days, as nobody waits for it. */
  createCustomer: defineJob({
    name: 'billing.create_customer',
    schema: ofOrganization,
    timeoutMs: minute,
    retry: patient,
    deadLetter: true,
    singleton: 'unfinished',
  }),
  /** Ends at Stripe what a closed organisation still pays for, and has it forgotten there. */
  closeCustomer: defineJob({
    name: 'billing.close_customer',
    schema: ofOrganization,
    timeoutMs: minute,
    retry: patient,
    deadLetter: true,
    singleton: 'unfinished',
  }),
  /** Sends what an organisation is to be told. */
  sendNotices: defineJob({
    name: 'billing.send_notices',
    schema: ofOrganization,
    timeoutMs: minute,
    retry: { limit: 12, backoff: { firstMs: 5_000, maxMs: hour } },
    deadLetter: false,
    singleton: 'waiting',
  }),
  /** Reads a subscription at Stripe where two events do not tell which of them is newer. */
  readSubscription: defineJob({
    name: 'billing.read_subscription',
    schema: z.strictObject({ organization_id: z.uuid(), subscription: z.string().regex(/^\w+$/) }),
    timeoutMs: minute,
    retry: { limit: 12, backoff: { firstMs: 5_000, maxMs: hour } },
    deadLetter: false,
    singleton: 'waiting',
  }),
  /** Announces what time alone has changed, and picks up what was left lying. */
  keepTime: defineJob({
    name: 'billing.keep_time',
    schema: z.strictObject({}),
    timeoutMs: 2 * minute,
    retry: tidying,
    deadLetter: false,
    singleton: 'unfinished',
    schedule: { cron: '*/5 * * * *', zone: 'UTC' },
  }),
  /** Reads at Stripe what never came, and what still runs. */
  reconcile: defineJob({
    name: 'billing.reconcile',
    schema: z.strictObject({}),
    timeoutMs: 30 * minute,
    retry: { limit: 6, backoff: { firstMs: minute, maxMs: hour } },
    deadLetter: true,
    singleton: 'unfinished',
    schedule: { cron: '17 3 * * *', zone: 'UTC' },
  }),
})

import { defineJob, defineJobs } from '@triptych/jobs'
import { z } from 'zod'

const minute = 60_000
const tidying = { limit: 2, backoff: { firstMs: 10_000, maxMs: minute } }

export const licensingJobs = defineJobs({
  /** Sends a licence to the owners of its organisation. */
  deliver: defineJob({
    name: 'licensing.deliver_license',
    schema: z.strictObject({ license_id: z.uuid(), organization_id: z.uuid() }),
    timeoutMs: minute,
    retry: { limit: 20, backoff: { firstMs: 5_000, maxMs: 30 * minute } },
    deadLetter: true,
  }),
  /** Makes signing keys that are due, before somebody waits for one. */
  mintKeys: defineJob({
    name: 'licensing.mint_keys',
    schema: z.strictObject({}),
    timeoutMs: 2 * minute,
    retry: { limit: 5, backoff: { firstMs: 5_000, maxMs: 10 * minute } },
    deadLetter: true,
    singleton: 'unfinished',
    schedule: { cron: '11 * * * *', zone: 'UTC' },
  }),
  /** Writes down which sessions time has ended. */
  sweep: defineJob({
    name: 'licensing.sweep_seats',
    schema: z.strictObject({}),
    timeoutMs: minute,
    retry: tidying,
    deadLetter: false,
    singleton: 'unfinished',
    schedule: { cron: '* * * * *', zone: 'UTC' },
  }),
  /** Lets go of addresses and programs of sessions that are long over. */
  retain: defineJob({
    name: 'licensing.retain',
    schema: z.strictObject({}),
    timeoutMs: 5 * minute,
    retry: tidying,
    deadLetter: true,
    singleton: 'unfinished',
    schedule: { cron: '37 4 * * *', zone: 'UTC' },
  }),
})

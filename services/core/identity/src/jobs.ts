import { defineJob, defineJobs } from '@triptych/jobs'
import { z } from 'zod'

const minute = 60_000

export const identityJobs = defineJobs({
  /** Wraps every data key with the current key-encryption key; goes on where an earlier run ended. */
  rewrapDataKeys: defineJob({
    name: 'identity.rewrap_data_keys',
    schema: z.strictObject({}),
    timeoutMs: 10 * minute,
    retry: { limit: 10, backoff: { firstMs: 5_000, maxMs: minute } },
    deadLetter: true,
    singleton: 'unfinished',
    schedule: { cron: '11 3 * * *', zone: 'UTC' },
  }),
})

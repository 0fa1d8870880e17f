import { defineJob, defineJobs } from '@triptych/jobs'
import { z } from 'zod'

export const __camel__Jobs = defineJobs({
  expireEntries: defineJob({
    name: '__name__.expire_entries',
    schema: z.strictObject({}),
    timeoutMs: 60_000,
    retry: { limit: 2, backoff: { firstMs: 10_000, maxMs: 60_000 } },
    deadLetter: true,
    singleton: 'unfinished',
    schedule: { cron: '29 3 * * *', zone: 'UTC' },
  }),
})

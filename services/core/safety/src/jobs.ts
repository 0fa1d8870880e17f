import { defineJob, defineJobs } from '@triptych/jobs'
import { z } from 'zod'

export const safetyJobs = defineJobs({
  expireExcerpts: defineJob({
    name: 'safety.expire_excerpts',
    schema: z.strictObject({}),
    timeoutMs: 60_000,
    retry: { limit: 5, backoff: { firstMs: 10_000, maxMs: 600_000 } },
    deadLetter: true,
    singleton: 'unfinished',
    schedule: { cron: '41 * * * *', zone: 'UTC' },
  }),
})

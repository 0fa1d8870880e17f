import { defineJob, defineJobs } from '@triptych/jobs'
import { z } from 'zod'

const retry = { limit: 2, backoff: { firstMs: 10_000, maxMs: 60_000 } }
const shared = { schema: z.strictObject({}), retry, deadLetter: true, singleton: 'unfinished' as const }

export const privacyJobs = defineJobs({
  askAgain: defineJob({
    ...shared,
    name: 'privacy.ask_again',
    timeoutMs: 60_000,
    schedule: { cron: '*/10 * * * *', zone: 'UTC' },
  }),
  forgetExpired: defineJob({
    ...shared,
    name: 'privacy.forget_expired',
    timeoutMs: 120_000,
    schedule: { cron: '23 * * * *', zone: 'UTC' },
  }),
})

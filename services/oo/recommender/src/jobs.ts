import { defineJob, defineJobs } from '@triptych/jobs'
import { z } from 'zod'

const minute = 60_000
const page = z.strictObject({ after: z.uuid().nullable().default(null) })

export const recommenderJobs = defineJobs({
  /** Tells a provider what was done, once the time to take it back is over. */
  deliver: defineJob({
    name: 'recommender.deliver',
    schema: z.strictObject({ delivery_id: z.uuid() }),
    timeoutMs: 45_000,
    retry: { limit: 12, backoff: { firstMs: 5_000, maxMs: 60 * minute } },
    deadLetter: true,
  }),
  /** Closes tips that got no answer for a day. */
  expire: defineJob({
    name: 'recommender.expire',
    schema: page,
    timeoutMs: 5 * minute,
    retry: { limit: 2, backoff: { firstMs: 10_000, maxMs: minute } },
    deadLetter: true,
    singleton: 'unfinished',
    schedule: { cron: '*/15 * * * *', zone: 'UTC' },
  }),
  /** Says once a day that there is a tip, at each person's own hour. */
  remind: defineJob({
    name: 'recommender.remind',
    schema: page,
    timeoutMs: 5 * minute,
    retry: { limit: 2, backoff: { firstMs: 10_000, maxMs: minute } },
    deadLetter: true,
    singleton: 'unfinished',
    schedule: { cron: '0 * * * *', zone: 'UTC' },
  }),
  /** Lets the policies learn from the rewards of one person's tips. */
  learn: defineJob({
    name: 'recommender.learn',
    schema: z.strictObject({}),
    timeoutMs: minute,
    retry: { limit: 3, backoff: { firstMs: 5_000, maxMs: minute } },
    deadLetter: true,
    singleton: 'waiting',
  }),
})

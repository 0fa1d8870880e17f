import { defineJob, defineJobs } from '@triptych/jobs'
import { z } from 'zod'

/** Attempts at one mail or push before it is given up: about three and a half hours with the waits between them. */
export const attemptsMax = 11

const hour = 3_600_000

export const notificationsJobs = defineJobs({
  deliverEmail: defineJob({
    name: 'notifications.deliver_email',
    schema: z.strictObject({ email_id: z.uuid() }),
    timeoutMs: 30_000,
    // A few more than the mail itself is given: an attempt that ended its process does not count there.
    retry: { limit: attemptsMax + 3, backoff: { firstMs: 5_000, maxMs: hour } },
    deadLetter: true,
  }),
  deliverPush: defineJob({
    name: 'notifications.deliver_push',
    schema: z.strictObject({ delivery_id: z.uuid() }),
    timeoutMs: 30_000,
    retry: { limit: attemptsMax + 3, backoff: { firstMs: 5_000, maxMs: hour } },
    deadLetter: true,
  }),
  tidyPushes: defineJob({
    name: 'notifications.tidy_pushes',
    schema: z.strictObject({}),
    timeoutMs: 60_000,
    retry: { limit: 2, backoff: { firstMs: 10_000, maxMs: 60_000 } },
    deadLetter: true,
    singleton: 'unfinished',
    schedule: { cron: '37 * * * *', zone: 'UTC' },
  }),
  tidyEmails: defineJob({
    name: 'notifications.tidy_emails',
    schema: z.strictObject({}),
    timeoutMs: 60_000,
    retry: { limit: 2, backoff: { firstMs: 10_000, maxMs: 60_000 } },
    deadLetter: true,
    singleton: 'unfinished',
    schedule: { cron: '17 * * * *', zone: 'UTC' },
  }),
})

import { defineJob, defineJobs } from '@triptych/jobs'
import { z } from 'zod'

const minute = 60_000
const provider = z.string().regex(/^[a-z][a-z0-9-]{1,31}$/)
const tidying = { limit: 2, backoff: { firstMs: 10_000, maxMs: minute } }

export const integrationsJobs = defineJobs({
  /** Reads one connection. */
  sync: defineJob({
    name: 'integrations.sync',
    schema: z.strictObject({ provider }),
    timeoutMs: minute,
    retry: { limit: 4, backoff: { firstMs: 15_000, maxMs: 10 * minute } },
    deadLetter: false,
    singleton: 'waiting',
  }),
  /** Asks for readings of connections that nobody looked at for an hour. */
  syncDue: defineJob({
    name: 'integrations.sync_due',
    schema: z.strictObject({}),
    timeoutMs: minute,
    retry: tidying,
    deadLetter: false,
    singleton: 'unfinished',
    schedule: { cron: '*/5 * * * *', zone: 'UTC' },
  }),
  /** Sees that a renewal ended; one that its process left behind is ended here. */
  finishRenewal: defineJob({
    name: 'integrations.finish_renewal',
    schema: z.strictObject({ provider }),
    timeoutMs: minute,
    retry: { limit: 4, backoff: { firstMs: 5_000, maxMs: 15_000 } },
    deadLetter: false,
  }),
  /** Takes access back at its provider: for seven days, then it is given up. */
  revoke: defineJob({
    name: 'integrations.revoke',
    schema: z.strictObject({ revocation_id: z.uuid() }),
    timeoutMs: minute,
    retry: { limit: 40, backoff: { firstMs: 10_000, maxMs: 6 * 60 * minute } },
    deadLetter: true,
  }),
  /** Lets go of what its time is over: derived tasks, spent attempts, wiped secrets. */
  retain: defineJob({
    name: 'integrations.retain',
    schema: z.strictObject({ after: z.uuid().nullable().default(null) }),
    timeoutMs: 5 * minute,
    retry: tidying,
    deadLetter: true,
    singleton: 'unfinished',
    schedule: { cron: '23 * * * *', zone: 'UTC' },
  }),
  /** Seals every secret to the newest key; goes on where an earlier run ended. */
  rotateKeys: defineJob({
    name: 'integrations.rotate_keys',
    schema: z.strictObject({}),
    timeoutMs: 10 * minute,
    retry: { limit: 10, backoff: { firstMs: 5_000, maxMs: minute } },
    deadLetter: true,
    singleton: 'unfinished',
    schedule: { cron: '41 3 * * *', zone: 'UTC' },
  }),
})

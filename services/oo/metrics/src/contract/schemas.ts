import { timestamp } from '@triptych/kernel'
import { z } from 'zod'

const share = z.object({
  count: z.int(),
  of: z.int(),
  share: z.number().nullable().describe('count / of; null when there is nothing to divide by'),
})

/** Defined in docs/architecture/metrics.md. Days are each person’s own. */
export const productMetrics = z.object({
  from: z.iso.date(),
  to: z.iso.date(),
  as_of: timestamp.describe('Of the last event that is counted'),
  new_people: z.int(),
  activation: share.describe('New people who connected a provider and answered a tip within seven days'),
  first_tip_reaction: z.record(z.string(), z.int()).describe('How the first tip a person saw was answered'),
  dwell_ms: z.object({ median: z.number().nullable(), p90: z.number().nullable(), tips: z.int() }),
  snoozes: z.int(),
  dismissals: z.int(),
  snooze_dismiss_ratio: z.number().nullable(),
  retention: z.object({ d1: share, d7: share }),
  days: z.array(
    z.object({
      day: z.iso.date(),
      people: z.int(),
      shown: z.int(),
      done: z.int(),
      undone: z.int(),
      acknowledged: z.int(),
      saved: z.int(),
      snoozed: z.int(),
      dismissed: z.int(),
      expired: z.int(),
    }),
  ),
})

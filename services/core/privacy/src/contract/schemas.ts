import { id, line, timestamp } from '@triptych/kernel'
import { z } from 'zod'

export const archive = z.object({
  id,
  filename: z.string(),
  sha256: z.string().describe('Of the archive, lower-case hex'),
  kept: z.boolean().describe('Whether it can be fetched again by its id'),
  missing: z.array(z.string()).describe('Services that did not answer in time; empty when it is complete'),
  zip: z.string().describe('The archive, base64; the bytes themselves over HTTP'),
})

export const receipt = z.object({
  id,
  status: z.enum(['pending', 'complete']),
  services: z.array(
    z.object({
      name: z.string(),
      status: z.enum(['pending', 'erased']),
      erased: z.record(z.string(), z.number().int()).describe('Kind of record to how many'),
      at: timestamp.nullable(),
    }),
  ),
  requested_at: timestamp,
  completed_at: timestamp.nullable(),
  restorable_until: timestamp.describe('From here on no backup can bring it back'),
  readable_until: timestamp,
})

export const overview = z.object({
  services: z.array(
    z.object({
      name: z.string(),
      status: z.enum(['ok', 'no_answer']),
      why: z.string(),
      kept: z.string().describe('How long'),
      sections: z.array(z.object({ name: z.string(), count: z.number().int(), since: timestamp.nullable() })),
    }),
  ),
})

const brokenRow = z.object({
  tenant_kind: z.string(),
  tenant_id: z.string().nullable(),
  position: z.number().int().describe('Of the first row that is not as it was sealed'),
  problem: z.enum(['changed', 'removed', 'head_changed']),
})

export const auditReport = z.object({
  intact: z.boolean(),
  chains: z.number().int(),
  rows: z.number().int(),
  first_broken: z.array(brokenRow).describe('One for each chain that is broken'),
  unsealed: z
    .object({ waiting: z.number().int(), failed: z.number().int(), oldest_at: timestamp.nullable() })
    .describe('Entries that reached this service and are not in a chain yet'),
})

/** What was done, to what, by whom: references alone. */
export const auditEntry = z.object({
  id,
  tenant_kind: z.enum(['user', 'organization', 'system']),
  tenant_id: id.nullable().describe('Null for the system'),
  position: z.number().int().describe('In the chain of its tenant, from 1'),
  action: z.string(),
  target: z.string(),
  occurred_at: timestamp,
  actor_user_id: id.nullable(),
  references: z.record(z.string(), z.string()),
})

export const auditFilter = {
  action: line(100).optional().describe('Actions that begin so: `license.`'),
  actor_user_id: id.optional(),
  since: timestamp.optional(),
  until: timestamp.optional(),
}

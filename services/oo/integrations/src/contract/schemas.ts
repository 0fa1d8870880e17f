import { id, timestamp } from '@triptych/kernel'
import { z } from 'zod'

/** A connector by its name in paths, such as `todoist`. */
export const provider = z
  .string()
  .regex(/^[a-z][a-z0-9-]{1,31}$/, 'Use the name of a connector, such as todoist.')

/** What a person agreed to keep: days after which what was derived goes when the connection ends or falls silent. */
export const retentionDays = z.int().min(1).max(365)

export const connector = z.object({
  provider,
  name: z.string().describe('As the provider calls itself'),
  description: z.string().describe('What it is good for, in one sentence'),
  kind: z
    .enum(['oauth', 'feed'])
    .describe('`oauth` sends the person to the provider; `feed` takes an address'),
  status: z.enum(['connected', 'disconnected', 'needs_reconnect']),
  scopes: z.array(z.string()).describe('As the provider names them'),
  reads: z
    .array(z.object({ what: z.string(), why: z.string() }))
    .describe('What is read and what for, in words a person understands'),
  writes: z.array(z.object({ what: z.string(), why: z.string() })),
  retention_days: retentionDays,
  retention_choices: z.array(retentionDays),
  connected_at: timestamp.nullable(),
  last_sync_at: timestamp.nullable().describe('When the provider was last read to the end'),
  problem: z
    .object({ code: z.string(), message: z.string(), since: timestamp })
    .nullable()
    .describe('Why it needs the person, or why the last reading failed'),
  disconnection: z
    .object({
      state: z.enum(['pending', 'revoked', 'given_up', 'not_needed']),
      requested_at: timestamp,
      ends_at: timestamp.describe('By then the last secret is wiped, whatever the provider said'),
    })
    .nullable()
    .describe('The last disconnection and whether the provider took the access back'),
})

/** A task as every connector gives it, without its words: enough to choose by. */
export const taskOutline = z.object({
  id: id.describe('Ours; stable over readings'),
  provider,
  priority: z.int().min(1).max(4).describe('1 is the most urgent, 4 is none'),
  due_at: timestamp.nullable().describe('A moment; only when the task names a time'),
  due_on: z.iso.date().nullable().describe('A day in the person’s zone, with or without a time'),
  is_recurring: z.boolean(),
  deadline_on: z.iso.date().nullable(),
  minutes: z.int().nullable().describe('How long it takes, when the task says so'),
  labels: z.int().describe('How many'),
  parent_id: id.nullable(),
  open_children: z.int(),
  added_at: timestamp.nullable(),
  updated_at: timestamp.nullable(),
})

/** With its words, which are the person’s own. */
export const task = z.object({
  ...taskOutline.shape,
  title: z.string(),
  notes: z.string().nullable(),
  project: z.string().nullable(),
  url: z.string().nullable().describe('Opens it in the provider’s own app'),
})

export const actOutcome = z.object({
  outcome: z.enum(['done', 'already', 'gone', 'refused', 'unsupported']),
  is_recurring: z.boolean().describe('A recurring task moved on to its next date: that cannot be undone'),
})

export const webhookReceipt = z.object({ accepted: z.boolean() })

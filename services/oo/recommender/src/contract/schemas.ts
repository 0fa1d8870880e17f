import { id, timestamp } from '@triptych/kernel'
import { z } from 'zod'

export const tipKind = z.enum(['todo', 'advice'])

export const tip = z.object({
  id,
  kind: tipKind.describe('`todo`: a tap is done. `advice`: a tap is thanks, a long press saves.'),
  title: z.string(),
  body: z.string().nullable(),
  source: z.string().describe('Where it comes from: `todoist`, `ical`, `advice`, `lens`'),
  deep_link: z.string().nullable().describe('Opens it where it lives'),
  meta: z.object({
    project: z.string().nullable(),
    due_on: z.iso.date().nullable(),
    due_at: timestamp.nullable(),
    is_recurring: z.boolean().describe('A recurring task that was done cannot be undone'),
    minutes: z.int().nullable(),
    attribution: z
      .object({ title: z.string(), url: z.string() })
      .nullable()
      .describe('What a piece of advice rests on'),
    is_fresh: z.boolean().describe('False when its provider could not be asked lately'),
  }),
})

/** What a person did with a tip. `expired` is ours to say. */
export const reaction = z.enum([
  'displayed',
  'done',
  'undone',
  'acknowledged',
  'saved',
  'snoozed',
  'dismissed',
])

export const tipState = z.enum([
  'offered',
  'displayed',
  'done',
  'acknowledged',
  'saved',
  'snoozed',
  'dismissed',
  'expired',
])

export const tipRecord = z.object({
  ...tip.shape,
  state: tipState,
  offered_at: timestamp,
  reacted_at: timestamp.nullable(),
  snoozed_until: timestamp.nullable(),
  undo_until: timestamp
    .nullable()
    .describe('Until then `undone` takes a completion back before the provider hears of it'),
  delivery: z
    .enum(['none', 'waiting', 'delivered', 'gone', 'failed'])
    .describe('Whether the provider knows that it was done; `waiting` also while it is taken back there'),
  notice: z
    .string()
    .nullable()
    .describe('What the person should know, such as: a recurring task cannot be undone'),
})

export const feedback = z.strictObject({
  tip_id: id,
  reaction,
  client_id: id.describe('Made by the client; the same one counts once, whenever it is sent'),
  at: timestamp.optional().describe('When it happened; now unless said. For reactions that waited offline.'),
  snooze_until: timestamp
    .optional()
    .describe('For `snoozed`; an hour from then unless said. The client knows tonight and tomorrow at nine.'),
  dwell_ms: z.int().min(0).max(86_400_000).optional().describe('How long it was visible; capped'),
})

const interval = { low: z.number(), high: z.number() }

/** One policy judged on a log; plain numbers for tables and plots. */
const policyReport = z.object({
  policy: z.string(),
  version: z.int(),
  refused: z.string().optional().describe('Why there are no estimates'),
  effective_sample_size: z.number().optional(),
  effective_share: z.number().optional().describe('Of all rows'),
  mean_weight: z.number().optional().describe('Near 1 when the logged probabilities are right'),
  max_weight: z.number().optional(),
  weights: z.array(z.object({ from: z.number(), to: z.number(), rows: z.int() })).optional(),
  estimates: z.array(
    z.object({ estimator: z.string(), value: z.number(), ...interval, is_biased: z.boolean() }),
  ),
})

export const evaluationReport = z.object({
  rows: z.int(),
  unanswered: z.int().describe('Decisions without a reward yet, or never seen'),
  bad_rows: z.object({
    count: z.int(),
    first: z.array(z.object({ line: z.int(), column: z.string(), problem: z.string() })),
  }),
  replay: z.object({ checked: z.int(), equal: z.int() }).describe('Decisions made again, byte by byte'),
  logged: z.object({ value: z.number(), ...interval }).describe('Mean reward of what was done'),
  policies: z.array(policyReport),
})

/** One decision as `oo:evaluate` reads it: what it was made from, what came out, and the reward as far as it is known. */
export const decision = z.looseObject({
  id,
  at: timestamp,
  reward: z.number().nullable(),
})

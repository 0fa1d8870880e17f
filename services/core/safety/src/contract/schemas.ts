import { id, timestamp } from '@triptych/kernel'
import { z } from 'zod'

export const resource = z.object({
  name: z.string(),
  phone: z.string().optional(),
  text: z.string().optional(),
  url: z.string().optional(),
  hours: z.string(),
  languages: z.array(z.string()),
})

/** What a person is shown instead of a reframe. */
export const crisis = z.object({
  event_id: id,
  severity: z.enum(['wish', 'thoughts', 'method', 'intent', 'plan']),
  template: z.string().describe('Name and version of the wording'),
  title: z.string(),
  message: z.string().describe('Paragraphs, separated by an empty line'),
  not_meant: z.string().describe('Words of the button by which the person says that this is mistaken'),
  keep_writing: z.string(),
  resources_first: z.boolean().describe('Show the numbers above the words'),
  resources: z.array(resource),
})
export type Crisis = z.output<typeof crisis>

/** Where a checked text came from. */
export const textPath = z.enum([
  'mirror.message',
  'mirror.edit',
  'mirror.reframe',
  'mirror.close',
  'turn.thought',
  'lens.goal',
  'lens.check_in',
  'lens.rehearsal',
  'lens.evidence',
  'spectrum.narrative',
  'notification',
  'import',
])

export const safetyEvent = z.object({
  id,
  path: textPath,
  rule: z.string(),
  family: z.string(),
  severity: z.string(),
  language: z.string(),
  confirmed_by: z.enum(['rule', 'model', 'caution']),
  disputed_at: timestamp.nullable(),
  review: z.enum(['open', 'true_positive', 'false_positive', 'false_negative']),
  created_at: timestamp,
})

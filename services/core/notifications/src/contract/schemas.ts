import { id, timestamp } from '@triptych/kernel'
import { z } from 'zod'
import { pushKindNames } from './push-kinds.ts'
import { categories, templateNames } from './templates.ts'

export const template = z.enum(templateNames)
export const emailStatus = z.enum(['queued', 'sending', 'sent', 'failed', 'dead', 'skipped'])

/** An address as it is written into an envelope. */
export const address = z
  .string()
  .max(254)
  .regex(z.regexes.email, 'Write a complete e-mail address, like name@example.org.')

const locale = z
  .string()
  .max(35)
  .regex(/^[A-Za-z]{2,3}([-_][A-Za-z0-9]{1,8})*$/, 'Use a language tag, like en or de-CH.')

const attachment = z.strictObject({
  filename: z
    .string()
    .max(120)
    .regex(/^[\w][\w .-]*$/, 'Use letters, digits, spaces, dots and hyphens.'),
  content_type: z
    .string()
    .max(100)
    .regex(/^[\w.+-]+\/[\w.+-]+$/, 'Use a media type, like application/json.'),
  content: z.base64().max(400_000),
})

export const emailRequest = z.strictObject({
  to: address,
  user_id: id
    .optional()
    .describe('Whose mail it is: it is sealed under their key and goes with their account'),
  organization_id: id.optional(),
  template,
  locale,
  variables: z.record(z.string().regex(/^[a-z_]{1,40}$/), z.string().max(2_000)),
  attachments: z.array(attachment).max(5).optional(),
  dedupe_key: z
    .string()
    .min(8)
    .max(200)
    .regex(/^[\w.:-]+$/)
    .describe('The same key is the same mail. Ids and codes only, such as verify:<token id>'),
})

export const email = z.object({
  id,
  recipient: z.string().nullable().describe('Masked; null once it was forgotten'),
  user_id: id.nullable(),
  organization_id: id.nullable(),
  template,
  template_version: z.number().int(),
  locale: z.string(),
  status: emailStatus,
  attempts: z.number().int(),
  error_code: z.string().nullable(),
  transport: z.enum(['smtp', 'sendgrid']).nullable(),
  created_at: timestamp,
  sent_at: timestamp.nullable(),
})

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Use a time of day, like 22:00.')

const isTimeZone = (value: string): boolean => {
  try {
    return /^[A-Za-z]/.test(new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone)
  } catch {
    return false
  }
}
const timeZone = z.string().max(64).refine(isTimeZone, 'Use an IANA time zone, like Europe/Zurich.')

const quietHours = z.strictObject({
  enabled: z.boolean(),
  start: clockTime,
  end: clockTime,
  time_zone: timeZone,
})
const channels = z.strictObject({ email: z.boolean() })
const pushes = z.strictObject(
  Object.fromEntries(pushKindNames.map((name) => [name, z.boolean()])) as Record<
    (typeof pushKindNames)[number],
    z.ZodBoolean
  >,
)

export const preferences = z.object({
  categories: z.object(
    Object.fromEntries(categories.map((name) => [name, channels])) as Record<
      (typeof categories)[number],
      typeof channels
    >,
  ),
  pushes: pushes.describe('Which kinds of push are wanted'),
  quiet_hours: quietHours.describe('Nothing that can wait is sent between start and end'),
})

export const preferencesChange = z.strictObject({
  categories: z
    .strictObject(
      Object.fromEntries(categories.map((name) => [name, channels.optional()])) as Record<
        (typeof categories)[number],
        z.ZodOptional<typeof channels>
      >,
    )
    .optional(),
  pushes: pushes.partial().optional(),
  quiet_hours: quietHours.partial().optional(),
})

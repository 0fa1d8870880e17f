import { id, line, timestamp } from '@triptych/kernel'
import { z } from 'zod'
import { pushKindNames } from './push-kinds.ts'

export const pushApp = z.enum(['kalei', 'oo'])
export const pushKind = z.enum(pushKindNames)
export const pushStatus = z
  .enum(['queued', 'sending', 'failed', 'sent', 'skipped', 'gone', 'dead'])
  .describe(
    'failed: will be tried again; skipped: not wanted, held back or too late; gone: the browser is not there any more',
  )

/** Endpoint and keys as `PushSubscription.toJSON()` gives them in a browser. */
export const pushSubscriptionRequest = z.strictObject({
  endpoint: z
    .url({ protocol: /^https?$/ })
    .max(2_000)
    .refine((value) => value.isWellFormed(), 'This address has a broken character.'),
  keys: z.strictObject({
    p256dh: z.string().regex(/^[\w-]{87}=?$/, 'Use the 65 bytes of the P-256 public key in base64url.'),
    auth: z.string().regex(/^[\w-]{22}(==)?$/, 'Use the 16 bytes of the secret in base64url.'),
  }),
  app: pushApp,
  user_agent: line(400).optional().describe('Tells the person which of their browsers this is'),
})

export const pushSubscription = z.object({
  id,
  app: pushApp,
  endpoint_host: z.string().describe('Whose push service it is; the address itself is never shown'),
  user_agent: z.string().nullable(),
  created_at: timestamp,
  last_contact_at: timestamp.describe('When its browser last said that it is there'),
})

export const pushRequest = z
  .strictObject({
    user_id: id,
    app: pushApp,
    kind: pushKind.describe('Chooses the words; they are the same for everybody'),
    url: z
      .string()
      .max(300)
      .regex(/^\/(kalei|oo)\/[\w/.?=&-]*$/, 'Use a path within an app, like /oo/.')
      .describe('What a click opens. Ids only, never words'),
    dedupe_key: z
      .string()
      .min(8)
      .max(200)
      .regex(/^[\w.:-]+$/)
      .describe('The same key of one person is the same push. Ids and codes only, such as tip:<tip id>'),
    urgency: z.enum(['very-low', 'low', 'normal', 'high']).default('normal'),
    ttl: z
      .number()
      .int()
      .min(60)
      .max(2_419_200)
      .describe('Seconds after which nobody needs it any more, waiting for the end of quiet hours included'),
  })
  .refine(({ app, url }) => url.startsWith(`/${app}/`), {
    path: ['url'],
    message: 'Use a path within the app of this push.',
  })

/** One push to one browser. */
export const pushDelivery = z.object({
  id,
  push_id: id,
  user_id: id,
  app: pushApp,
  kind: pushKind,
  endpoint_host: z.string(),
  status: pushStatus,
  attempts: z.number().int(),
  code: z.string().nullable().describe('Why it is so, such as push_410, after_crisis or too_late'),
  created_at: timestamp,
  sent_at: timestamp.nullable(),
})

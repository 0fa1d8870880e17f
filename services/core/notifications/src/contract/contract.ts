import {
  defineContract,
  emptyInput,
  id,
  operation,
  pageInput,
  pageOf,
  exportPersonalData,
} from '@triptych/kernel'
import { z } from 'zod'
import { errors } from './errors.ts'
import { pushOperations } from './push.ts'
import { email, emailRequest, emailStatus, preferences, preferencesChange, template } from './schemas.ts'

export const notificationsContract = defineContract({
  name: 'notifications',
  description: 'Tells people what they asked to be told, by e-mail and web push.',
  operations: {
    sendEmail: operation({
      summary: 'Queue a mail; the same dedupe_key is the same mail',
      description:
        'Answers once the mail is kept; delivery is tried again for about two hours and never fails the caller. ' +
        'Recipient and variables are sealed under the person’s key, or the deployment’s when there is no person.',
      access: { who: 'module' },
      input: emailRequest,
      output: z.object({ queued: z.boolean().describe('False when this mail was there already') }),
      errors: [errors.email_incomplete],
    }),
    withdrawEmails: operation({
      summary: 'Keep mails back that have lost their reason and have not gone out yet',
      description:
        'Mails that were sent, and keys that name none, are left as they are. A mail on its way may still arrive.',
      access: { who: 'module' },
      input: z.strictObject({ dedupe_keys: z.array(emailRequest.shape.dedupe_key).min(1).max(200) }),
      output: z.object({ withdrawn: z.number().int() }),
    }),
    getPreferences: operation({
      summary: 'What the person wants to be told, and when not',
      access: { who: 'user' },
      http: { method: 'GET', path: '/notifications/preferences' },
      input: emptyInput,
      output: preferences,
    }),
    updatePreferences: operation({
      summary: 'Change what the person wants to be told',
      access: { who: 'user' },
      http: { method: 'PATCH', path: '/notifications/preferences' },
      input: preferencesChange,
      output: preferences,
      idempotency: { render: 'getPreferences' },
    }),
    unsubscribe: operation({
      summary: 'Turn off a kind of mail by the link in it',
      description: 'Also what a mail program calls for its own unsubscribe button (RFC 8058).',
      access: { who: 'anonymous' },
      http: { method: 'POST', path: '/notifications/unsubscribe' },
      input: z.strictObject({
        token: z
          .string()
          .min(1)
          .max(400)
          .refine((value) => value.isWellFormed()),
      }),
      output: z.object({ category: z.string(), email: z.literal(false) }),
      errors: [errors.link_invalid],
      limits: [{ per: 'ip', perMinute: 60 }],
    }),
    listEmails: operation({
      summary: 'The log of mails, newest first',
      access: { who: 'admin' },
      http: { method: 'GET', path: '/admin/emails' },
      input: z.strictObject({
        ...pageInput,
        status: emailStatus.optional(),
        template: template.optional(),
        organization_id: id.optional(),
      }),
      output: pageOf(email),
    }),
    retryEmail: operation({
      summary: 'Send a mail again that was given up',
      access: { who: 'admin' },
      http: { method: 'POST', path: '/admin/emails/{id}/retry', status: 202 },
      input: z.strictObject({ id }),
      output: z.object({ id, status: emailStatus }),
      errors: [errors.email_not_found, errors.email_not_dead],
      idempotency: 'sealed',
    }),
    previewEmail: operation({
      summary: 'A template with example values, to look at',
      access: { who: 'admin' },
      http: { method: 'GET', path: '/admin/emails/previews/{template}' },
      input: z.strictObject({ template, locale: emailRequest.shape.locale.default('en') }),
      output: z.object({
        template,
        version: z.number().int(),
        locale: z.string(),
        subject: z.string(),
        text: z.string(),
        html: z.string(),
      }),
    }),
    ...pushOperations,
    exportPersonalData,
  },
})

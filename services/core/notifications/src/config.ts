import { defineConfig, secret } from '@triptych/config'
import { z } from 'zod'

export const notificationsConfig = defineConfig({
  NOTIFICATIONS_SECRET: secret('Seals mails to addresses without an account and signs unsubscribe links'),
  MAIL_TRANSPORT: z
    .enum(['auto', 'smtp', 'sendgrid'])
    .default('auto')
    .describe('How mails leave; auto: SendGrid with its key, SMTP with its address, else the sandbox'),
  MAIL_FROM: z
    .string()
    .regex(/^([^<>\r\n]+ )?<?[^\s<>@]+@[^\s<>@]+>?$/, 'Write Name <address@example.org>.')
    .default('Triptych <hello@triptych.example>')
    .describe('Sender of every mail: Name <address>'),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/ })
    .optional()
    .describe('Mail server: smtp(s)://user:password@host:port'),
  SANDBOX_SMTP_PORT: z.coerce
    .number()
    .int()
    .min(1)
    .max(65_535)
    .default(3925)
    .describe('Port of the sandbox’s mail server'),
  SENDGRID_API_KEY: z.string().optional().describe('Key of SendGrid; off without'),
  VAPID_PRIVATE_KEY: secret(
    'Signs web pushes; the public key follows from it. Another one ends every subscription',
  ),
  VAPID_SUBJECT: z
    .string()
    .regex(/^(mailto:[^@\s]+@[^@\s]+|https:\/\/\S+)$/, 'Write mailto:name@example.org or an https address.')
    .optional()
    .describe('Whom push services may write to: mailto: or https:; the sender of the mails otherwise'),
  SENDGRID_URL: z.url().default('https://api.sendgrid.com').describe('Where SendGrid listens'),
})

import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import type { Clock } from '../kit/clock.ts'
import { connectionSignal } from '../kit/connection.ts'
import { strikes, type MailFaults } from './faults.ts'
import type { Inbox, IncomingMail } from './inbox.ts'

export interface SendGridParts {
  readonly inbox: Inbox
  readonly faults: MailFaults
  readonly clock: Clock
  /** The one key that is taken; any key when undefined. */
  readonly apiKey: string | undefined
}

const addressSchema = z.object({ email: z.email(), name: z.string().optional() })

const messageSchema = z.object({
  personalizations: z
    .array(
      z.object({
        to: z.array(addressSchema).min(1).max(1000),
        cc: z.array(addressSchema).default([]),
        bcc: z.array(addressSchema).default([]),
        subject: z.string().optional(),
        headers: z.record(z.string(), z.string()).default({}),
      }),
    )
    .min(1)
    .max(1000),
  from: addressSchema,
  reply_to: addressSchema.optional(),
  subject: z.string().optional(),
  content: z.array(z.object({ type: z.string(), value: z.string().min(1) })).min(1),
  headers: z.record(z.string(), z.string()).default({}),
  attachments: z
    .array(
      z.object({
        content: z.base64(),
        filename: z.string().min(1),
        type: z.string().default('application/octet-stream'),
        content_id: z.string().optional(),
      }),
    )
    .default([]),
  mail_settings: z.object({ sandbox_mode: z.object({ enable: z.boolean() }).optional() }).optional(),
})
type Message = z.infer<typeof messageSchema>

/** SendGrid's v3 mail send: 202 without a body, a message id in a header. */
export function mountSendGrid(app: FastifyInstance, parts: SendGridParts): void {
  app.post('/v3/mail/send', async (request, reply) => {
    const authorization = request.headers.authorization ?? ''
    const key = /^Bearer (.+)$/.exec(authorization)?.[1]
    const isKnown = key !== undefined && (parts.apiKey === undefined || key === parts.apiKey)
    if (!isKnown || parts.faults.take(['http_401']) !== undefined) {
      return refuse(reply, 401, [
        { message: 'The provided authorization grant is invalid, expired, or revoked' },
      ])
    }
    const parsed = messageSchema.safeParse(request.body)
    if (!parsed.success) {
      const errors = parsed.error.issues.map(({ message, path }) => ({ message, field: path.join('.') }))
      return refuse(reply, 400, errors)
    }
    const mails = toMails(parsed.data)
    if (
      await strike(
        reply,
        parts,
        mails.flatMap(({ to }) => to),
      )
    )
      return reply
    if (parsed.data.mail_settings?.sandbox_mode?.enable === true) return reply.code(200).send()
    const delivered = mails.map((mail) => parts.inbox.deliver(mail))
    return reply
      .code(202)
      .header('x-message-id', delivered[0]?.id ?? '')
      .send()
  })
}

async function strike(
  reply: FastifyReply,
  { faults, clock }: SendGridParts,
  recipients: readonly string[],
): Promise<boolean> {
  const isMeant = strikes(recipients)
  const slow = faults.take(['http_slow'], isMeant)
  if (slow !== undefined) await clock.wait(slow.options.delay_ms ?? 5000, connectionSignal(reply.raw))
  const failed = faults.take(['http_429', 'http_503'], isMeant)
  if (failed === undefined) return false
  if (failed.kind === 'http_429') {
    reply.header('retry-after', String(failed.options.retry_after ?? 2))
    refuse(reply, 429, [{ message: 'too many requests' }])
  } else {
    refuse(reply, 503, [{ message: 'service unavailable' }])
  }
  return true
}

function refuse(
  reply: FastifyReply,
  status: number,
  errors: readonly { message: string; field?: string }[],
): FastifyReply {
  return reply.code(status).send({ errors: errors.map((error) => ({ field: null, help: null, ...error })) })
}

function toMails(message: Message): IncomingMail[] {
  const body = (type: string): string => message.content.find((part) => part.type === type)?.value ?? ''
  const { from } = message
  return message.personalizations.map((person) => ({
    from: from.name === undefined ? from.email : `"${from.name}" <${from.email}>`,
    to: [...person.to, ...person.cc, ...person.bcc].map(({ email }) => email),
    subject: person.subject ?? message.subject ?? '',
    text: body('text/plain'),
    html: body('text/html'),
    headers: lowerCased({
      ...message.headers,
      ...person.headers,
      ...(message.reply_to === undefined ? {} : { 'reply-to': message.reply_to.email }),
    }),
    attachments: message.attachments.map((attachment) => ({
      filename: attachment.filename,
      contentType: attachment.type,
      contentId: attachment.content_id,
      content: Buffer.from(attachment.content, 'base64'),
    })),
    via: 'http',
  }))
}

function lowerCased(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
}

import { createOutbound, OutboundError } from '@triptych/outbound'
import type { Clock } from '@triptych/kernel'
import type { Logger } from '@triptych/telemetry'
import { DeliveryError, listHeaders, type OutgoingMail, type Transport } from './transport.ts'

interface SendGridOptions {
  readonly baseUrl: string
  readonly apiKey: string
  readonly from: string
  readonly clock: Clock
  readonly logger: Logger
}

/** Retries are the queue's: a mail that was taken although the answer was lost must not be sent at once again. */
const limits = {
  timeouts: { connect: 5_000, headers: 10_000, body: 5_000, total: 15_000 },
  retry: { attempts: 1, baseDelayMs: 500, maxDelayMs: 2_000 },
  breaker: { failures: 5, halfOpenAfterMs: 30_000 },
  bulkhead: { concurrent: 8, queued: 64 },
  ratePerSecond: 50,
}

/** Mail through SendGrid's v3 API. */
export function createSendGrid(options: SendGridOptions): Transport {
  const { clock, logger, baseUrl } = options
  const outbound = createOutbound({ providers: { sendgrid: { baseUrl, ...limits } }, clock, logger })
  return {
    name: 'sendgrid',
    async send(mail, signal) {
      try {
        await outbound.provider('sendgrid').request({
          method: 'POST',
          path: '/v3/mail/send',
          headers: { authorization: `Bearer ${options.apiKey}`, 'content-type': 'application/json' },
          body: JSON.stringify(messageOf(options.from, mail)),
          signal,
        })
      } catch (error) {
        throw deliveryError(error)
      }
    },
    close: () => outbound.close(),
  }
}

function messageOf(from: string, mail: OutgoingMail) {
  const named = /^(.+) <(.+)>$/.exec(from)
  return {
    personalizations: [{ to: [{ email: mail.to }] }],
    from: named === null ? { email: from } : { name: named[1], email: named[2] },
    subject: mail.subject,
    content: [
      { type: 'text/plain', value: mail.text },
      { type: 'text/html', value: mail.html },
    ],
    headers: {
      'Message-ID': mail.messageId,
      'Auto-Submitted': 'auto-generated',
      ...(mail.unsubscribeUrl === undefined ? {} : listHeaders(mail.unsubscribeUrl)),
    },
    // Links stay ours: a tracked link tells a third party who opened what.
    tracking_settings: { click_tracking: { enable: false }, open_tracking: { enable: false } },
    ...(mail.attachments.length === 0
      ? {}
      : {
          attachments: mail.attachments.map(({ filename, content_type: type, content }) => ({
            filename,
            type,
            content,
          })),
        }),
  }
}

const permanent = new Set([400, 413])

function deliveryError(error: unknown): DeliveryError {
  if (!(error instanceof OutboundError)) return new DeliveryError('sendgrid_failed', false)
  const { status, reason } = error
  return new DeliveryError(`sendgrid_${status ?? reason}`, status !== undefined && permanent.has(status))
}

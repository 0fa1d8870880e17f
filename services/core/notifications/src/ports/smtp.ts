import { createTransport } from 'nodemailer'
import { DeliveryError, listHeaders, type OutgoingMail, type Transport } from './transport.ts'

const timeouts = { connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 15_000 }

/** Mail over SMTP: one connection a mail, so that a broken one takes no other mail with it. */
export function createSmtp(options: { readonly url: string; readonly from: string }): Transport {
  const { hostname, port, username, password, protocol } = new URL(options.url)
  const secure = protocol === 'smtps:'
  const transporter = createTransport({
    host: hostname,
    port: Number(port === '' ? (secure ? 465 : 587) : port),
    secure,
    ...(username === ''
      ? {}
      : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    ...timeouts,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    name: 'smtp',
    async send(mail) {
      try {
        await transporter.sendMail(messageOf(options.from, mail))
      } catch (error) {
        throw deliveryError(error)
      }
    },
    close: () => Promise.resolve(transporter.close()),
  }
}

const messageOf = (from: string, mail: OutgoingMail) => ({
  from,
  to: { name: '', address: mail.to },
  subject: mail.subject,
  text: mail.text,
  html: mail.html,
  messageId: mail.messageId,
  headers: {
    'Auto-Submitted': 'auto-generated',
    ...(mail.unsubscribeUrl === undefined ? {} : listHeaders(mail.unsubscribeUrl)),
  },
  attachments: mail.attachments.map(({ filename, content_type: contentType, content }) => ({
    filename,
    contentType,
    content: Buffer.from(content, 'base64'),
  })),
})

/** 5yz is final, except about our own sign-in: that is put right by whoever runs the system. */
function deliveryError(error: unknown): DeliveryError {
  const { code, responseCode } = Object(error) as { code?: unknown; responseCode?: unknown }
  if (typeof responseCode === 'number') {
    const isOurs = code === 'EAUTH' || [530, 534, 535].includes(responseCode)
    return new DeliveryError(`smtp_${responseCode}`, responseCode >= 500 && !isOurs)
  }
  return new DeliveryError(code === 'ETIMEDOUT' ? 'smtp_timeout' : 'smtp_unreachable', false)
}

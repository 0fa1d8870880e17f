import type { FastifyInstance, FastifyReply } from 'fastify'
import { sendPage } from '../kit/page.ts'
import type { Attachment, Inbox, Mail } from './inbox.ts'
import { inboxPage } from './pages.ts'

/** A mail as clients read it. */
export interface MailView {
  readonly id: string
  readonly from: string
  readonly to: readonly string[]
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly links: readonly string[]
  readonly headers: Readonly<Record<string, string>>
  readonly attachments: readonly { filename: string; content_type: string; size: number; url: string }[]
  readonly via: 'smtp' | 'http'
  readonly at: string
}

interface InboxQuery {
  readonly to?: string
  readonly id?: string
  readonly view?: string
}

export function mountInbox(app: FastifyInstance, inbox: Inbox): void {
  app.get<{ Querystring: InboxQuery }>('/messages', ({ query }) => ({
    items: inbox.list(query.to).map(toView),
  }))

  app.delete('/messages', (_request, reply) => {
    inbox.clear()
    return reply.code(204).send()
  })

  app.post('/messages/clear', (_request, reply) => {
    inbox.clear()
    return reply.redirect('/mail', 303)
  })

  app.get<{ Params: { id: string } }>('/messages/:id', ({ params }, reply) => {
    const mail = inbox.find(params.id)
    return mail === undefined ? missing(reply) : reply.send(toView(mail))
  })

  app.get<{ Params: { id: string } }>('/messages/:id/html', ({ params }, reply) => {
    const mail = inbox.find(params.id)
    return mail === undefined ? missing(reply) : sendForeignHtml(reply, mail)
  })

  app.get<{ Params: { id: string; index: string } }>(
    '/messages/:id/attachments/:index',
    ({ params }, reply) => {
      const attachment = inbox.find(params.id)?.attachments[Number(params.index)]
      return attachment === undefined ? missing(reply) : sendAttachment(reply, attachment)
    },
  )

  app.get<{ Querystring: InboxQuery }>('/', ({ query }, reply) => {
    const mails = inbox.list(query.to)
    const open = query.id === undefined ? undefined : inbox.find(query.id)
    return sendPage(reply, inboxPage({ mails, open, to: query.to ?? '', view: query.view }))
  })
}

function toView(mail: Mail): MailView {
  return {
    id: mail.id,
    from: mail.from,
    to: mail.to,
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    links: mail.links,
    headers: mail.headers,
    attachments: mail.attachments.map(({ filename, contentType, content }, index) => ({
      filename,
      content_type: contentType,
      size: content.length,
      url: `/mail/messages/${mail.id}/attachments/${index}`,
    })),
    via: mail.via,
    at: mail.at.toISOString(),
  }
}

function missing(reply: FastifyReply): FastifyReply {
  return reply.code(404).send({ error: 'This mail is not in the inbox (it keeps the last 500).' })
}

/** The mail's own HTML, shut in: no script, nothing from another host, links open a new tab. */
function sendForeignHtml(reply: FastifyReply, mail: Mail): FastifyReply {
  const inline = mail.html.replaceAll(/cid:([^"'\s>)]+)/g, (whole, id: string) => {
    const index = mail.attachments.findIndex(({ contentId }) => contentId === id)
    return index === -1 ? whole : `/mail/messages/${mail.id}/attachments/${index}`
  })
  return reply
    .header(
      'content-security-policy',
      "sandbox allow-popups allow-popups-to-escape-sandbox allow-same-origin; default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; font-src data:; frame-ancestors 'self'",
    )
    .type('text/html; charset=utf-8')
    .send(`<base target="_blank">${inline}`)
}

const shownInline = /^image\/(?:png|jpeg|gif|webp)$/

function sendAttachment(reply: FastifyReply, { filename, contentType, content }: Attachment): FastifyReply {
  const isInline = shownInline.test(contentType)
  const name = encodeURIComponent(filename)
  return reply
    .header('content-disposition', `${isInline ? 'inline' : 'attachment'}; filename*=UTF-8''${name}`)
    .header('content-security-policy', "sandbox; default-src 'none'")
    .type(isInline ? contentType : 'application/octet-stream')
    .send(content)
}

import type { Clock } from '../kit/clock.ts'

export interface Attachment {
  readonly filename: string
  readonly contentType: string
  /** The id by which the HTML shows it inline (`cid:`), if it has one. */
  readonly contentId?: string | undefined
  readonly content: Buffer
}

export interface IncomingMail {
  readonly from: string
  /** Every recipient of the envelope, plain addresses. */
  readonly to: readonly string[]
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly headers: Readonly<Record<string, string>>
  readonly attachments: readonly Attachment[]
  readonly via: 'smtp' | 'http'
}

export interface Mail extends IncomingMail {
  readonly id: string
  readonly at: Date
  readonly links: readonly string[]
}

export interface Inbox {
  deliver(mail: IncomingMail): Mail
  /** Newest first; with `to` only mail to that address. */
  list(to?: string): Mail[]
  find(id: string): Mail | undefined
  clear(): void
}

const capacity = 500

/** The mails of all recipients, the last 500 of them. */
export function createInbox(clock: Clock): Inbox {
  let mails: Mail[] = []
  let counter = 0
  return {
    deliver(incoming) {
      counter += 1
      const mail = { ...incoming, id: `mail_${counter}`, at: clock.now(), links: findLinks(incoming) }
      mails = [mail, ...mails].slice(0, capacity)
      return mail
    },
    list(to) {
      const wanted = to?.trim().toLowerCase()
      return wanted === undefined || wanted === ''
        ? [...mails]
        : mails.filter((mail) => mail.to.some((address) => address.toLowerCase() === wanted))
    },
    find: (id) => mails.find((mail) => mail.id === id),
    clear() {
      mails = []
    },
  }
}

/** The addresses of a mail's links in the order they appear, each once: those of the HTML, then those of the text. */
function findLinks({ html, text }: IncomingMail): string[] {
  const hrefs = [...html.matchAll(/href\s*=\s*(?:"([^"]+)"|'([^']+)')/gi)].map(
    ([, double, single]) => double ?? single ?? '',
  )
  const plain = [...text.matchAll(/https?:\/\/[^\s<>"')\]]+/g)].map(([url]) => url.replace(/[.,;:!?]+$/, ''))
  const all = [...hrefs.map((href) => href.replaceAll('&amp;', '&').trim()), ...plain]
  return [...new Set(all.filter((url) => /^https?:\/\//.test(url)))]
}

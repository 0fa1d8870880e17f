import { html, type Markup } from '../kit/html.ts'
import { sandboxMark, type Page } from '../kit/page.ts'
import type { Mail } from './inbox.ts'

export interface InboxView {
  readonly mails: readonly Mail[]
  readonly open: Mail | undefined
  /** Shows only mail to this address; '' shows all. */
  readonly to: string
  readonly view: string | undefined
}

/** The inbox: the list at the left and the mail at the right, one after the other on a phone. */
export function inboxPage(view: InboxView): Page {
  const { mails, open, to } = view
  return {
    title: open === undefined ? 'Inbox' : open.subject || 'No subject',
    layout: 'inbox',
    body: html`<header class="bar">
        ${sandboxMark}
        <h1>Inbox</h1>
        <form method="get" action="/mail" class="search">
          <label>
            <span class="hidden">Only mail to</span>
            <input name="to" type="search" value="${to}" placeholder="Only mail to…" autocomplete="off" />
          </label>
        </form>
        <form method="post" action="/mail/messages/clear"><button class="plain">Empty</button></form>
      </header>
      <main id="main" class="${open === undefined ? 'panes list-only' : 'panes reading'}">
        <nav class="list" aria-label="Mails" data-live="mails">
          ${
            mails.length === 0
              ? emptyList(to)
              : html`<ul>
                  ${mails.map((mail) => row(mail, view))}
                </ul>`
          }
        </nav>
        <section class="reader" aria-label="Mail">
          ${open === undefined ? nothingOpen(mails.length) : reader(open, view)}
        </section>
      </main>`,
  }
}

function emptyList(to: string): Markup {
  return to === ''
    ? html`<div class="empty">
        <p>No mail yet.</p>
        <p class="quiet">What the apps send arrives here. <a href="/mail">Look again</a></p>
      </div>`
    : html`<div class="empty">
        <p>No mail to ${to}.</p>
        <p><a href="/mail">Show everyone's mail</a></p>
      </div>`
}

function nothingOpen(count: number): Markup {
  return html`<div class="empty wide-only">
    <p class="quiet">${count === 0 ? 'Nothing to read.' : 'Choose a mail to read it.'}</p>
  </div>`
}

function address(id: string, { to }: InboxView, tab?: string): string {
  const query = new URLSearchParams({
    id,
    ...(to === '' ? {} : { to }),
    ...(tab === undefined ? {} : { view: tab }),
  })
  return `/mail?${query.toString()}`
}

function row(mail: Mail, view: InboxView): Markup {
  const current = mail.id === view.open?.id ? html`aria-current="true"` : html``
  return html`<li>
    <a href="${address(mail.id, view)}" ${current}>
      <span class="line"><span class="to">${mail.to.join(', ')}</span>${time(mail.at)}</span>
      <span class="subject">${mail.subject || 'No subject'}</span>
      <span class="quiet preview">${preview(mail)}</span>
    </a>
  </li>`
}

function time(at: Date): Markup {
  return html`<time datetime="${at.toISOString()}">${at.toISOString().slice(11, 16)}</time>`
}

function preview(mail: Mail): string {
  return mail.text.replaceAll(/\s+/g, ' ').trim().slice(0, 120)
}

function reader(mail: Mail, view: InboxView): Markup {
  const tabs = [...(mail.html === '' ? [] : ['html']), 'text', 'headers']
  const tab = tabs.find((name) => name === view.view) ?? tabs[0] ?? 'text'
  const back = view.to === '' ? '/mail' : `/mail?to=${encodeURIComponent(view.to)}`
  return html`<article>
    <a class="back" href="${back}">All mail</a>
    <h2>${mail.subject || 'No subject'}</h2>
    <dl class="envelope">
      <dt>From</dt>
      <dd>${mail.from}</dd>
      <dt>To</dt>
      <dd>${mail.to.join(', ')}</dd>
      <dt>At</dt>
      <dd>
        <time datetime="${mail.at.toISOString()}"
          >${mail.at.toISOString().slice(0, 19).replace('T', ' ')} UTC</time
        >
      </dd>
    </dl>
    <nav class="tabs" aria-label="View">
      ${tabs.map((name) => html`<a href="${address(mail.id, view, name)}" ${name === tab ? html`aria-current="page"` : html``}>${labels[name]}</a>`)}
    </nav>
    ${content(mail, tab)} ${attachments(mail)}
  </article>`
}

const labels: Record<string, string> = { html: 'Mail', text: 'Text', headers: 'Headers' }

function content(mail: Mail, tab: string): Markup {
  if (tab === 'html') {
    return html`<iframe
      class="mail-html"
      title="The mail as it looks"
      src="/mail/messages/${mail.id}/html"
      sandbox="allow-popups allow-popups-to-escape-sandbox allow-same-origin"
      referrerpolicy="no-referrer"
    ></iframe>`
  }
  if (tab === 'headers') {
    return html`<table class="headers">
      <tbody>
        ${Object.entries(mail.headers).map(
          ([name, value]) =>
            html`<tr>
              <th scope="row">${name}</th>
              <td>${value}</td>
            </tr>`,
        )}
      </tbody>
    </table>`
  }
  return html`<pre class="mail-text">${withLinks(mail.text)}</pre>`
}

function withLinks(text: string): Markup[] {
  return text
    .split(/(https?:\/\/[^\s<>"')\]]+)/g)
    .map((piece, index) =>
      index % 2 === 1
        ? html`<a href="${piece}" target="_blank" rel="noreferrer">${piece}</a>`
        : html`${piece}`,
    )
}

function attachments(mail: Mail): Markup | false {
  if (mail.attachments.length === 0) return false
  return html`<ul class="attachments" aria-label="Attachments">
    ${mail.attachments.map(
      ({ filename, content: bytes }, index) =>
        html`<li>
          <a href="/mail/messages/${mail.id}/attachments/${index}">${filename}</a>
          <span class="quiet">${size(bytes.length)}</span>
        </li>`,
    )}
  </ul>`
}

function size(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  return bytes < 1024 * 1024 ? `${(bytes / 1024).toFixed(1)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`
}

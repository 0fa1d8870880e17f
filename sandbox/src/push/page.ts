import { html, type Markup } from '../kit/html.ts'
import { sandboxMark, type Page } from '../kit/page.ts'
import type { Browser } from './browsers.ts'
import type { PushMessage } from './messages.ts'

/** What arrived at the browsers, newest first. */
export function pushPage(browsers: readonly Browser[], messages: readonly PushMessage[]): Page {
  return {
    title: 'Pushes',
    layout: 'board',
    body: html`<main id="main">
      <header>
        ${sandboxMark}
        <h1>Pushes</h1>
        <p class="quiet">${browsers.filter(({ isGone }) => !isGone).length} browsers can be reached.</p>
      </header>
      <div class="panels" data-live="pushes">
        ${messages.length === 0 ? html`<p class="quiet">No push yet. What the apps send arrives here.</p>` : messages.map(card)}
      </div>
    </main>`,
  }
}

const card = ({ id, at, payload, opened, headers, vapid, endpoint }: PushMessage): Markup =>
  html`<section class="panel" id="${id}">
    <h2>${title(payload) ?? (opened ? 'A push without words' : 'A push that the browser could not open')}</h2>
    <p>${payload ?? ''}</p>
    <dl class="facts">
      ${Object.entries({
        At: `${at.slice(0, 19).replace('T', ' ')} UTC`,
        Urgency: headers.urgency,
        TTL: `${headers.ttl} s`,
        Topic: headers.topic ?? 'none',
        From: vapid.sub ?? 'nobody named',
        To: `…${endpoint.slice(-8)}`,
      }).map(
        ([label, value]) =>
          html`<div>
            <dt>${label}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
    </dl>
  </section>`

function title(payload: string | null): string | undefined {
  try {
    const { title: found } = JSON.parse(payload ?? '') as { title?: unknown }
    return typeof found === 'string' ? found : undefined
  } catch {
    return undefined
  }
}

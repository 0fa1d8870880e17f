import type { FastifyReply } from 'fastify'
import { html, type Markup } from '../../kit/html.ts'
import { sandboxMark, sendPage, type Page } from '../../kit/page.ts'

/** A small page for the person who pays, with the mark that says it is not real. */
export function card(title: string, body: Markup): Page {
  return {
    title,
    layout: 'chooser',
    formTargets: ['http://localhost:*', 'http://127.0.0.1:*'],
    body: html`<main id="main" class="card">
      <header>
        ${sandboxMark}
        <h1>${title}</h1>
      </header>
      ${body}
      <footer class="quiet">
        This plays Stripe on your machine. No card is real, and nothing is charged.
      </footer>
    </main>`,
  }
}

export function sendGone(reply: FastifyReply, what: string): FastifyReply {
  return sendPage(
    reply.code(404),
    card(`This ${what} is not here`, html`<p>Go back to where you came from and start again.</p>`),
  )
}

/** A large button with a name and what it does. */
export function choice(field: string, value: string, name: string, note: string): Markup {
  return html`<button name="${field}" value="${value}" class="person">
    <span class="tag">${value}</span>
    <span class="who"><span class="name">${name}</span><span class="quiet">${note}</span></span>
  </button>`
}

import type { FastifyReply } from 'fastify'
import { html, type Markup } from './html.ts'

export interface Page {
  readonly title: string
  /** A class of the body that picks the layout. */
  readonly layout: 'board' | 'chooser' | 'inbox'
  readonly body: Markup
  /** Where a form on this page may lead to besides the sandbox itself. */
  readonly formTargets?: readonly string[]
}

/** The document around a page: no inline code, no inline style, nothing from another host. */
export function renderPage(page: Page): string {
  return `<!doctype html>${
    html`<html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="color-scheme" content="light dark" />
        <title>${page.title} · Sandbox</title>
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/assets/sandbox.css" />
        <script src="/assets/sandbox.js" type="module"></script>
      </head>
      <body class="${page.layout}">
        <a class="skip" href="#main">Skip to content</a>
        ${page.body}
      </body>
    </html>`.markup
  }`
}

/** The mark every page carries, so that nobody takes the sandbox for the real thing. */
export const sandboxMark = html`<a class="mark" href="/"
  ><span class="grain" aria-hidden="true"></span>Sandbox</a
>`

export function sendPage(reply: FastifyReply, page: Page): FastifyReply {
  const formAction = ["'self'", ...(page.formTargets ?? [])].join(' ')
  return reply
    .header(
      'content-security-policy',
      `default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'; frame-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action ${formAction}`,
    )
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(renderPage(page))
}

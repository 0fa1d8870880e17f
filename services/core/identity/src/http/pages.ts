import type { FastifyReply, FastifyRequest } from 'fastify'
import { returnPathOf } from '../domain/return-to.ts'
import { type PageLanguage, pageTexts } from './page-texts.ts'

const escaped: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => escaped[character] ?? '')

const style = `
:root { color-scheme: light dark; font: 17px/1.5 'Hanken Grotesk Variable', system-ui, sans-serif;
  --paper: light-dark(oklch(0.971 0.011 84), oklch(0.183 0.01 62)); --sheet: light-dark(oklch(0.99 0.006 88), oklch(0.222 0.012 64));
  --ink: light-dark(oklch(0.262 0.018 60), oklch(0.928 0.014 84)); --edge: light-dark(oklch(0.62 0.02 70), oklch(0.6 0.018 72));
  --line: light-dark(oklch(0.882 0.016 80), oklch(0.325 0.014 68)); --focus: light-dark(oklch(0.5 0.16 295), oklch(0.78 0.12 295));
  --action: light-dark(oklch(0.3 0.022 55), oklch(0.915 0.018 84)); --on-action: light-dark(oklch(0.985 0.008 88), oklch(0.2 0.012 60)) }
body { box-sizing: border-box; display: grid; min-height: 100dvh; margin: 0; padding: 20px; place-items: center; background: var(--paper); color: var(--ink) }
main { box-sizing: border-box; width: 100%; max-width: 26rem; padding: 32px 28px; border: 1px solid var(--line); border-radius: 20px; background: var(--sheet) }
main::before { content: ''; display: block; width: 48px; height: 32px; margin-bottom: 24px;
  background: linear-gradient(oklch(0.735 0.14 71), oklch(0.735 0.14 71)) 0 0 / 14px 100% no-repeat,
    linear-gradient(oklch(0.605 0.135 298), oklch(0.605 0.135 298)) 17px 0 / 14px 100% no-repeat,
    linear-gradient(oklch(0.63 0.092 194), oklch(0.63 0.092 194)) 34px 0 / 14px 100% no-repeat;
  clip-path: polygon(0 12%, 14px 0, 34px 0, 100% 12%, 100% 88%, 34px 100%, 14px 100%, 0 88%) }
h1 { margin: 0; font-size: 24px; font-weight: 500; line-height: 1.25; letter-spacing: -0.012em }
p { margin: 12px 0 24px } p:last-child { margin-bottom: 0 }
input, button { box-sizing: border-box; width: 100%; min-height: 48px; font: inherit }
input { margin: 4px 0 16px; padding: 0 12px; border: 1px solid var(--edge); border-radius: 12px; background: var(--paper); color: inherit }
button { border: 0; border-radius: 24px; background: var(--action); color: var(--on-action); font-weight: 600; cursor: pointer }
a { color: inherit; text-underline-offset: 0.22em }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 3px }
[role=alert] { font-weight: 600 }`

/** Who looks at a page: their language, and where they go on to. */
export interface Visit {
  readonly language: PageLanguage
  readonly returnTo: string | undefined
}

export function visitOf(request: FastifyRequest, returnTo: unknown): Visit {
  const isGerman = /^\s*de\b/i.test(request.headers['accept-language'] ?? '')
  return {
    language: isGerman ? 'de' : 'en',
    returnTo: typeof returnTo === 'string' ? returnPathOf(returnTo) : undefined,
  }
}

/** One self-contained page: no scripts, nothing from elsewhere. */
const page = ({ language }: Visit, title: string, body: string): string =>
  `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
  `<meta name="robots" content="noindex"><title>${escape(title)}</title><style>${style}</style></head>` +
  `<body><main><h1>${escape(title)}</h1>${body}</main></body></html>`

const paragraph = (text: string): string => `<p>${escape(text)}</p>`

const hidden = (name: string, value: string): string =>
  `<input type="hidden" name="${name}" value="${escape(value)}">`

const form = ({ returnTo }: Visit, action: string, token: string, fields: string): string =>
  `<form method="post" action="${escape(action)}">${hidden('token', token)}` +
  `${returnTo === undefined ? '' : hidden('return_to', returnTo)}${fields}</form>`

const button = (label: string): string => `<button type="submit">${escape(label)}</button>`

const link = (href: string, label: string): string => `<p><a href="${escape(href)}">${escape(label)}</a></p>`

export const sendPage = (reply: FastifyReply, html: string, status = 200): FastifyReply =>
  reply
    .status(status)
    .header('cache-control', 'no-store')
    .header('vary', 'accept-language')
    .type('text/html; charset=utf-8')
    .serializer((text: unknown) => text as string)
    .send(html)

export const formPaths = {
  verifyEmail: '/api/v1/auth/verify-email/form',
  resetPassword: '/api/v1/auth/reset-password/form',
} as const

/** Where a form leads once it is done: a page that says so, however often it is loaded. */
export const donePaths = {
  verified: '/api/v1/auth/verify-email/done',
  passwordSet: '/api/v1/auth/reset-password/done',
} as const

/** Every panel sends whoever forgot a password here. */
const forgotPath = '/kalei/forgot-password'

export function verifyEmailPage(visit: Visit, token: string): string {
  const { title, text, confirm } = pageTexts[visit.language].verify
  return page(visit, title, paragraph(text) + form(visit, formPaths.verifyEmail, token, button(confirm)))
}

export type ResetProblem = 'password_common' | 'password_weak'

export function resetPasswordPage(visit: Visit, token: string, problem?: ResetProblem): string {
  const { title, label, set, problems } = pageTexts[visit.language].reset
  return page(
    visit,
    title,
    (problem === undefined ? '' : `<p role="alert">${escape(problems[problem])}</p>`) +
      form(
        visit,
        formPaths.resetPassword,
        token,
        `<label>${escape(label)}` +
          '<input type="password" name="password" autocomplete="new-password" minlength="8" maxlength="200" required>' +
          `</label>${button(set)}`,
      ),
  )
}

export function donePage(visit: Visit, done: keyof typeof donePaths): string {
  const { goOn, [done]: words } = pageTexts[visit.language]
  return page(visit, words.title, paragraph(words.text) + link(visit.returnTo ?? '/', goOn))
}

/** A link that is used up, too old or cut off. */
export function brokenLinkPage(visit: Visit, kind: 'verify' | 'reset'): string {
  const { goOn, broken } = pageTexts[visit.language]
  const way = kind === 'reset' ? link(forgotPath, broken.askAgain) : link(visit.returnTo ?? '/', goOn)
  return page(visit, broken.title, paragraph(broken[kind]) + way)
}

/** Codes are ours; anything else in the address is not shown. */
export function problemPageOf(visit: Visit, code: string): string {
  const { goOn, problem } = pageTexts[visit.language]
  const text = (problem.of as Readonly<Record<string, string>>)[code] ?? problem.unknown
  return page(visit, problem.title, paragraph(text) + link(visit.returnTo ?? '/', goOn))
}

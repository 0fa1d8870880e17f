import { listErrors, statusOf } from '@triptych/http'
import { contracts } from '../modules.ts'

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escape = (text: string): string => text.replaceAll(/[&<>"]/g, (sign) => escapes[sign] ?? sign)

/** Every error code with its status and meaning, as a page to read; each code is an anchor. */
export function renderErrorList(): string {
  const rows = listErrors(contracts).map(
    ({ code, kind, title }) =>
      `<div id="${escape(code)}"><dt><code>${escape(code)}</code></dt><dd class="number">${statusOf[kind]}</dd><dd>${escape(title)}</dd></div>`,
  )
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="light dark">
<title>Every error – Triptych</title>
<link rel="icon" href="/front-door/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/front-door/front-door.css">
</head>
<body>
<a class="skip" href="#main">Skip to content</a>
<header class="top"><p class="name"><a href="/">Triptych</a></p><nav aria-label="For developers"><a href="/docs">API</a></nav></header>
<main id="main"><div class="page">
<h1>Every error</h1>
<p>An error is an <code>application/problem+json</code> (RFC 9457) with one of these codes. Codes are stable; sentences may get better. Keep the <code>request_id</code> when you ask about one.</p>
<dl class="list">${rows.join('\n')}</dl>
</div></main>
</body>
</html>`
}

const words = {
  en: {
    title: 'Stop these mails',
    ask: 'You will not get this kind of mail any more. You can turn it on again in your settings.',
    button: 'Stop them',
    done: 'Done. You will not get these mails any more.',
    broken: 'This link is not valid. Open the newest mail and use its link.',
  },
  de: {
    title: 'Diese Mails abbestellen',
    ask: 'Du bekommst dann keine Mails dieser Art mehr. In den Einstellungen kannst du sie wieder einschalten.',
    button: 'Abbestellen',
    done: 'Erledigt. Du bekommst diese Mails nicht mehr.',
    broken: 'Dieser Link ist nicht gültig. Öffne die neueste Mail und nimm ihren Link.',
  },
}

const style = `
:root { color-scheme: light dark; }
body { margin: 0; font: 16px/1.6 system-ui, sans-serif; background: #f6f2ec; color: #2b2620; }
main { max-width: 32rem; margin: 20vh auto 0; padding: 0 16px; }
h1 { font-size: 21px; line-height: 1.35; }
button { min-height: 44px; padding: 0 20px; border: 0; border-radius: 8px; font: inherit; font-weight: 600;
  background: #7a4b12; color: #fffdf9; }
button:focus-visible { outline: 3px solid currentcolor; outline-offset: 2px; }
@media (prefers-color-scheme: dark) {
  body { background: #1b1917; color: #f1ece4; }
  button { background: #e9c48a; color: #241d12; }
}`

/** The page behind the link in a mail. It asks first: programs open links to look at them. */
export function unsubscribePage(
  state: 'ask' | 'done' | 'broken',
  acceptLanguage: string | undefined,
): string {
  const language = /^\s*de\b/i.test(acceptLanguage ?? '') ? 'de' : 'en'
  const text = words[language]
  const button = state === 'ask' ? `<form method="post"><button>${text.button}</button></form>` : ''
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<title>${text.title}</title><style>${style}</style></head>
<body><main><h1>${text.title}</h1><p role="status">${text[state]}</p>${button}</main></body></html>`
}

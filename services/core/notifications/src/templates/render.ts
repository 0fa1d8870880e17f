import mustache from 'mustache'
import type { Template } from './library.ts'

export interface RenderedMail {
  readonly subject: string
  readonly text: string
  readonly html: string
}

/** Words around the template's own, which every mail shares. */
const shared: Readonly<Record<string, { linkHint: string; unsubscribe: string }>> = {
  en: {
    linkHint: 'If the button does not work, copy this address into your browser:',
    unsubscribe: 'Do not send me these mails any more',
  },
  de: {
    linkHint: 'Falls der Knopf nicht geht, kopiere diese Adresse in deinen Browser:',
    unsubscribe: 'Diese Mails nicht mehr schicken',
  },
}

/** Everything that is no printable character or space, so that a value cannot begin a line or hide. */
const invisible = /[\p{Cc}\p{Cf}\u2028\u2029]+/gu

const verbatim = { escape: String }

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Addresses stay readable, as they are shown as text too. */
const markup = {
  escape: (value: unknown) => String(value).replace(/[&<>"']/g, (sign) => entities[sign] ?? ''),
}

/** Text and HTML of one mail. Values are put in as text: no markup of theirs survives. */
export function renderMail(
  { template, layout }: { readonly template: Template; readonly layout: string },
  variables: Readonly<Record<string, string>>,
  unsubscribe?: string,
): RenderedMail {
  const values = Object.fromEntries(
    Object.entries(variables).map(([name, value]) => [name, value.replace(invisible, ' ')]),
  )
  const fill = (part: string): string => mustache.render(part, values, {}, verbatim)
  const words = shared[template.locale] ?? shared['en']
  const link = template.button === undefined ? undefined : values['link']
  const view = {
    locale: template.locale,
    subject: fill(template.subject),
    preview: fill(template.preview),
    paragraphs: template.paragraphs.map(fill),
    notes: template.notes.map(fill),
    button: template.button,
    link,
    linkHint: words?.linkHint,
    unsubscribe,
    unsubscribeLabel: words?.unsubscribe,
  }
  return { subject: view.subject, text: textOf(view), html: mustache.render(layout, view, {}, markup) }
}

interface View {
  readonly paragraphs: readonly string[]
  readonly notes: readonly string[]
  readonly button: string | undefined
  readonly link: string | undefined
  readonly unsubscribe: string | undefined
  readonly unsubscribeLabel: string | undefined
}

function textOf(view: View): string {
  return [
    ...view.paragraphs,
    ...(view.link === undefined ? [] : [`${view.button ?? ''}:\n${view.link}`]),
    ...view.notes,
    ...(view.unsubscribe === undefined ? [] : [`${view.unsubscribeLabel ?? ''}:\n${view.unsubscribe}`]),
  ]
    .join('\n\n')
    .concat('\n')
}

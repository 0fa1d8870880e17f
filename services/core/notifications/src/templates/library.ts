import { readdirSync, readFileSync } from 'node:fs'
import { type TemplateName, templateNames } from '../contract/templates.ts'

/** One template in one language, as its file says it; texts still hold their variables. */
export interface Template {
  readonly name: TemplateName
  readonly locale: string
  readonly version: number
  readonly subject: string
  readonly preview: string
  /** Words on the button; without one the mail has no link. */
  readonly button: string | undefined
  readonly paragraphs: readonly string[]
  readonly notes: readonly string[]
}

export interface TemplateLibrary {
  readonly layout: string
  /** The template in the language asked for, else its base language, else English. */
  find(name: TemplateName, locale: string): Template
}

const folder = new URL('../../templates/', import.meta.url)
const fallback = 'en'

/** Reads every template once. A file that is broken or missing stops the start. */
export function loadTemplates(): TemplateLibrary {
  const known = new Map(
    templateNames.flatMap((name) =>
      readdirSync(new URL(`${name}/`, folder)).map((file): [string, Template] => {
        const locale = file.replace(/\.md$/, '')
        return [`${name}/${locale}`, readTemplate(name, locale)]
      }),
    ),
  )
  return {
    layout: readFileSync(new URL('layout.html', folder), 'utf8'),
    find(name, locale) {
      const wanted = locale.replaceAll('_', '-').toLowerCase()
      const found = known.get(`${name}/${wanted}`) ?? known.get(`${name}/${wanted.split('-')[0] ?? ''}`)
      const template = found ?? known.get(`${name}/${fallback}`)
      if (template === undefined) throw new Error(`There is no mail template ${name}/${fallback}.`)
      return template
    },
  }
}

function readTemplate(name: TemplateName, locale: string): Template {
  const source = readFileSync(new URL(`${name}/${locale}.md`, folder), 'utf8')
  const [head = '', body = '', notes = ''] = source.split(/^---\n/m)
  const fields = new Map(
    head
      .trim()
      .split('\n')
      .map((line): [string, string] => {
        const colon = line.indexOf(':')
        return [line.slice(0, colon), line.slice(colon + 1).trim()]
      }),
  )
  const field = (key: string): string => {
    const value = fields.get(key)
    if (value === undefined || value === '')
      throw new Error(`The mail template ${name}/${locale} has no ${key}.`)
    return value
  }
  return {
    name,
    locale,
    version: Number(field('version')),
    subject: field('subject'),
    preview: field('preview'),
    button: fields.get('button'),
    paragraphs: paragraphsOf(body),
    notes: paragraphsOf(notes),
  }
}

const paragraphsOf = (text: string): string[] =>
  text
    .trim()
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.replaceAll('\n', ' '))
    .filter((paragraph) => paragraph !== '')

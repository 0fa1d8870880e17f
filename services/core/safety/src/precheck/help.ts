import { resourcesFor } from './hotlines/index.ts'
import type { Resource } from './hotlines/index.ts'
import { renderTemplate } from './templates/index.ts'
import type { Language, PrecheckResult, Severity } from './types.ts'

/** What a person is shown for a finding, as it goes over the wire. */
export interface Help {
  severity: Exclude<Severity, 'none'>
  /** Family, band and version of the wording. */
  template: string
  title: string
  /** Paragraphs, separated by an empty line. */
  message: string
  /** The button by which the person says that the card is mistaken. */
  not_meant: string
  keep_writing: string
  /** The numbers stand above the words. */
  resources_first: boolean
  resources: Resource[]
}

export interface HelpOptions {
  /** ISO 3166-1 alpha-2; absent or unknown gives the international answer. */
  region?: string | null
  /** The person's own language; without it the language of the text. */
  language?: Language
}

const fallback = 'suicide.gentle.v1'

/** The card for a result that is not `clear`: hard-coded words, the way out, and whom to reach. */
export function helpFor(result: PrecheckResult, options: HelpOptions): Help {
  const language = options.language ?? result.language
  const template = renderTemplate(result.template ?? fallback, language) ?? renderTemplate(fallback, language)
  if (template === null) throw new Error(`the wording ${fallback} is missing`)
  return {
    severity: result.severity === 'none' ? 'wish' : result.severity,
    template: template.id,
    title: template.title,
    message: template.body.join('\n\n'),
    not_meant: template.not_meant,
    keep_writing: template.keep_writing,
    resources_first: template.resources_first,
    resources: resourcesFor({ region: options.region ?? null, language, family: result.family }),
  }
}

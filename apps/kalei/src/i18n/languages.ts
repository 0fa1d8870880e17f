import { de } from './de.ts'
import { en } from './en.ts'
import type { Catalogue } from './en.ts'

/** A language joins the app with one line here and one file beside this one. */
const catalogues = { en, de } as const satisfies Record<string, Catalogue>

export type Language = keyof typeof catalogues
export const languages: readonly { code: Language; name: string }[] = [
  { code: 'en', name: 'English' },
  { code: 'de', name: 'Deutsch' },
]

export function catalogueOf(language: Language): Catalogue {
  return catalogues[language]
}

/** The first language we speak out of a list of locale tags, else English. */
export function chooseLanguage(tags: readonly string[]): Language {
  for (const tag of tags) {
    const code = tag.toLowerCase().split('-')[0]
    if (code !== undefined && code in catalogues) return code as Language
  }
  return 'en'
}

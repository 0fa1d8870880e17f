import { emergencyFor, helpFor, hotlines, precheck, resourcesFor } from '@triptych/safety/precheck'
import type { Crisis, HelpLine } from '../api/wire.ts'
import type { Language } from '../i18n/languages.ts'

export interface Where {
  region: string | undefined
  language: Language
}

/** People to reach in one country, from the table that is part of the app. */
export interface LocalHelp {
  /** A number, or the words for "your local emergency number" where none is known. */
  emergency: string
  /** For whoever does not want to live, or needs to talk. */
  crisis: readonly HelpLine[]
  /** For violence, eating, children, poison. */
  others: readonly HelpLine[]
  /** For everywhere else. */
  directory: readonly HelpLine[]
  /** When the oldest number shown was last checked (ISO date). */
  checkedAt: string | undefined
}

/** Countries with numbers of their own. */
export const regions: readonly string[] = [...new Set(hotlines.map(({ region }) => region))]

const oldest = (dates: readonly string[]): string | undefined => dates.toSorted()[0]

export function localHelp({ region, language }: Where): LocalHelp {
  const rows = hotlines
    .filter((row) => row.region === region)
    .map((row) => ({ ...row, languages: [...row.languages] }))
    .toSorted((a, b) => Number(b.languages.includes(language)) - Number(a.languages.includes(language)))
  const crisis = rows.filter(({ topics }) => topics.includes('suicide'))
  const others = rows.filter(({ topics }) => !topics.includes('suicide') && !topics.includes('emergency'))
  return {
    emergency: emergencyFor(region ?? null, language),
    crisis,
    others,
    directory: resourcesFor({ region: null, language }).filter(({ url }) => url !== undefined),
    checkedAt: oldest(rows.flatMap(({ checked_at: at }) => at ?? [])),
  }
}

/**
 * The safety check on the device, for words that have not reached the server. `previous` is what was written
 * just before. An ambiguous text counts as a crisis: nobody is there to ask.
 */
export function screen(text: string, where: Where, previous?: string): Crisis | undefined {
  const result = precheck(text, previous === undefined ? {} : { previous })
  if (result.verdict === 'clear') return undefined
  return helpFor(result, { region: where.region ?? null, language: where.language })
}

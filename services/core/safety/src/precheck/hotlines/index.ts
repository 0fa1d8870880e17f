import type { Family, Language } from '../types.ts'
import { topicsOf } from './hotline.ts'
import type { Hotline, Resource, Topic } from './hotline.ts'
import { hotlines } from './rows.ts'

const localEmergency: Readonly<Record<Language, string>> = {
  en: 'Your local emergency number',
  es: 'Tu número local de emergencias',
  fr: 'Votre numéro d’urgence local',
  de: 'Deine örtliche Notrufnummer',
  pt: 'O seu número de emergência local',
  it: 'Il tuo numero di emergenza locale',
  zh: '你所在地的紧急电话',
}

function emergencyAnywhere(language: Language): Resource {
  return { name: localEmergency[language], hours: '24/7', languages: [language] }
}

const directory: readonly Resource[] = [
  {
    name: 'Find A Helpline',
    url: 'https://findahelpline.com',
    hours: '24/7',
    languages: ['en', 'es', 'fr', 'de', 'pt', 'it', 'zh'],
  },
  { name: 'IASP', url: 'https://www.iasp.info/crisis-centres-helplines/', hours: '24/7', languages: ['en'] },
]

function toResource(row: Hotline): Resource {
  return {
    name: row.name,
    ...(row.phone === undefined ? {} : { phone: row.phone }),
    ...(row.text === undefined ? {} : { text: row.text }),
    ...(row.url === undefined ? {} : { url: row.url }),
    hours: row.hours,
    languages: [...row.languages],
  }
}

export interface ResourcesQuery {
  /** ISO 3166-1 alpha-2, any case; null or unknown gives the international answer. */
  region: string | null
  language: Language
  /** Without a family: what is shown for `suicide`. */
  family?: Family | null
}

/**
 * The services to show, in order. Rows in the person's language come first within a topic; services of one topic
 * stay together; the international directory always closes the list. Never empty.
 */
export function resourcesFor(query: ResourcesQuery): Resource[] {
  const region = query.region?.toUpperCase() ?? ''
  const rows = hotlines.filter((row) => row.region === region)
  if (rows.length === 0) return [emergencyAnywhere(query.language), ...directory]
  const speaks = (row: Hotline): number => (row.languages.includes(query.language) ? 0 : 1)
  const ofTopic = (topic: Topic): Hotline[] =>
    rows.filter((row) => row.topics.includes(topic)).sort((a, b) => speaks(a) - speaks(b))
  return [
    ...topicsOf[query.family ?? 'suicide'].flatMap((topic) => ofTopic(topic)).map(toResource),
    ...directory,
  ]
}

/** The emergency number of a region, or the words "your local emergency number" where none is known. */
export function emergencyFor(region: string | null, language: Language): string {
  const row = hotlines.find((one) => one.region === region?.toUpperCase() && one.topics.includes('emergency'))
  return row?.phone ?? localEmergency[language]
}

/** Rows that two sources have not confirmed within twelve months of `now`. */
export function staleRows(rows: readonly Hotline[], now: Date): Hotline[] {
  const limit = new Date(now)
  limit.setUTCFullYear(limit.getUTCFullYear() - 1)
  return rows.filter((row) => row.checked_at === null || new Date(row.checked_at) < limit)
}

export { hotlines } from './rows.ts'
export type { Hotline, Resource, Source, Topic } from './hotline.ts'

import { de } from './de.ts'
import { type Catalogue, en } from './en.ts'

const catalogues = { en, de } as const satisfies Record<string, Catalogue>
type Language = keyof typeof catalogues

const tag = navigator.languages.find((each) => each.slice(0, 2).toLowerCase() in catalogues) ?? 'en'

/** The first language of the browser that we speak, else English. */
export const language = tag.slice(0, 2).toLowerCase() as Language
export const m: Catalogue = catalogues[language]

export const deviceZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone

const isToday = (date: Date): boolean => date.toDateString() === new Date().toDateString()

export const format = {
  day: (iso: string): string =>
    new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'long' }).format(new Date(iso)),
  time: (iso: string): string =>
    new Intl.DateTimeFormat(tag, { hour: 'numeric', minute: '2-digit' }).format(new Date(iso)),
  /** The time alone when it is today. */
  moment: (iso: string): string =>
    isToday(new Date(iso))
      ? format.time(iso)
      : new Intl.DateTimeFormat(tag, {
          weekday: 'short',
          day: 'numeric',
          month: 'short',
          hour: 'numeric',
          minute: '2-digit',
        }).format(new Date(iso)),
}

export interface Formats {
  /** `20 November` for this year, with the year otherwise. */
  day: (iso: string) => string
  time: (iso: string) => string
  /** Day and time together. */
  moment: (iso: string) => string
  number: (value: number) => string
  regionName: (code: string) => string
  languageName: (code: string) => string
}

function name(kind: 'region' | 'language', locale: string, code: string): string {
  try {
    return new Intl.DisplayNames([locale], { type: kind }).of(code) ?? code
  } catch {
    return code
  }
}

/** Dates and numbers in the person's language and time zone. */
export function createFormats(locale: string, timeZone: string | undefined): Formats {
  const zone = timeZone === undefined ? {} : { timeZone }
  const make = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { ...options, ...zone })
    return (iso: string): string => format.format(new Date(iso))
  }
  const day = make({ day: 'numeric', month: 'long', year: 'numeric' })
  const time = make({ hour: '2-digit', minute: '2-digit' })
  const moment = make({ day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' })
  const number = new Intl.NumberFormat(locale)
  return {
    day,
    time,
    moment,
    number: (value) => number.format(value),
    regionName: (code) => name('region', locale, code),
    languageName: (code) => name('language', locale, code),
  }
}

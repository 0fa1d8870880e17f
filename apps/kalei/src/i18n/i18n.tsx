import { getLocales } from 'expo-localization'
import { createContext, useContext, useEffect, useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import { Platform } from 'react-native'
import { deviceStorage } from '../device/storage.ts'
import type { Catalogue } from './en.ts'
import { createFormats } from './formats.ts'
import type { Formats } from './formats.ts'
import { catalogueOf, chooseLanguage } from './languages.ts'
import type { Language } from './languages.ts'

export interface I18n {
  m: Catalogue
  language: Language
  /** The language of the device itself, whatever a profile says. */
  deviceLanguage: Language
  /** Region of the device's locale, as ISO 3166, when it names one. */
  deviceRegion: string | undefined
  format: Formats
  setLanguage: (language: Language) => void
  setTimeZone: (timeZone: string | undefined) => void
}

const I18nContext = createContext<I18n | undefined>(undefined)

export function I18nProvider(props: { children: ReactNode }): ReactNode {
  const locales = useMemo(() => getLocales(), [])
  const [language, choose] = useState<Language>(() => chooseLanguage(locales.map((each) => each.languageTag)))
  const [timeZone, setTimeZone] = useState<string>()
  useEffect(() => {
    void deviceStorage.read<string>('language').then((kept) => kept && choose(chooseLanguage([kept])))
  }, [])
  useEffect(() => {
    if (Platform.OS === 'web') document.documentElement.lang = language
  }, [language])
  const value = useMemo<I18n>(() => {
    const tag = locales.find((each) => each.languageTag.startsWith(language))?.languageTag ?? language
    return {
      m: catalogueOf(language),
      language,
      deviceLanguage: chooseLanguage(locales.map((each) => each.languageTag)),
      deviceRegion: locales[0]?.regionCode ?? undefined,
      format: createFormats(tag, timeZone),
      setLanguage: (next) => {
        choose(next)
        void deviceStorage.write('language', next)
      },
      setTimeZone,
    }
  }, [language, locales, timeZone])
  return <I18nContext.Provider value={value}>{props.children}</I18nContext.Provider>
}

export function useI18n(): I18n {
  const value = useContext(I18nContext)
  if (value === undefined) throw new Error('useI18n needs an I18nProvider above it.')
  return value
}

import type { Language } from '../types.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { it } from './it.ts'
import type { LanguagePack } from './pack.ts'
import { pt } from './pt.ts'
import { zh } from './zh.ts'

export const packs: Readonly<Record<Language, LanguagePack>> = { en, es, fr, de, pt, it, zh }

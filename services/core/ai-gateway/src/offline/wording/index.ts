import { de } from './de.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { it } from './it.ts'
import { pt } from './pt.ts'
import type { Wording } from './wording.ts'
import { zh } from './zh.ts'

const wordings: Readonly<Record<string, Wording>> = { en, es, fr, de, pt, it, zh }

/** The wording of a language tag such as `de` or `pt-BR`; English where there is none. */
export function wordingFor(language: string | undefined): Wording {
  return wordings[language?.toLowerCase().split('-', 1)[0] ?? 'en'] ?? en
}

/** Replaces each `{name}` by its value; values are taken as they are. */
export function fill(pattern: string, values: Readonly<Record<string, string | number>>): string {
  return pattern.replaceAll(/\{(\w+)\}/gu, (whole, name: string) => String(values[name] ?? whole))
}

/** "3 Turns", "1 Turn". */
export function counted(
  count: number,
  { one, many }: { readonly one: string; readonly many: string },
): string {
  return `${count} ${count === 1 ? one : many}`
}

export type { Wording } from './wording.ts'

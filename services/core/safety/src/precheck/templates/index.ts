import type { Family, Language, Severity } from '../types.ts'
import { severityRank } from '../types.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { it } from './it.ts'
import { pt } from './pt.ts'
import type { Template, TemplateKey, TemplateTexts } from './template.ts'
import { templateKeys } from './template.ts'
import { zh } from './zh.ts'

const texts: Readonly<Record<Language, TemplateTexts>> = { en, es, fr, de, pt, it, zh }

/** Raised whenever a sentence of any template changes; stored with every safety event. */
export const templateVersion = 1

function keyFor(family: Family, severity: Severity): TemplateKey {
  if (family === 'overdose') return 'overdose.urgent'
  const urgentFrom = family === 'suicide' ? 'method' : 'intent'
  const band = severityRank(severity) >= severityRank(urgentFrom) ? 'urgent' : 'gentle'
  return `${family}.${band}`
}

/** The template for a finding; its id names family, band and version. */
export function templateFor(family: Family, severity: Severity): { id: string; key: TemplateKey } {
  const key = keyFor(family, severity)
  return { id: `${key}.v${templateVersion}`, key }
}

/** The words of a template by its id; null when the id is not of this version. */
export function renderTemplate(id: string, language: Language): Template | null {
  const key = templateKeys.find((one) => `${one}.v${templateVersion}` === id)
  if (key === undefined) return null
  const { not_meant, keep_writing } = texts[language]
  const [title, ...body] = texts[language].texts[key]
  const resourcesFirst = key.endsWith('.urgent')
  return {
    id,
    version: templateVersion,
    language,
    title,
    body,
    not_meant,
    keep_writing,
    resources_first: resourcesFirst,
  }
}

export { templateKeys } from './template.ts'
export type { Template, TemplateKey } from './template.ts'

import { isFamily, read } from './detect.ts'
import { generatedMatcher, writtenMatcher } from './rules/index.ts'
import type { Language } from './types.ts'

export interface GeneratedCheck {
  ok: boolean
  /** The rule that refused the text, or null. */
  rule: string | null
}

/**
 * The check of text that a model or a template wrote, before a person sees it: nothing the precheck would fire on,
 * no talk of methods, no diagnosis, no advice on medicines. With `language` only the output rules of that
 * language and English apply; without it all do.
 */
export function checkGenerated(text: string, language?: Language): GeneratedCheck {
  const written = read(writtenMatcher, text).findings.find((finding) => isFamily(finding.family))
  if (written !== undefined) return { ok: false, rule: written.rule }
  const refused = read(generatedMatcher, text).findings.find(
    (finding) => language === undefined || finding.language === language || finding.language === 'en',
  )
  return { ok: refused === undefined, rule: refused?.rule ?? null }
}

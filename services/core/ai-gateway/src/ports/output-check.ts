import { checkGenerated, languages } from '@triptych/safety/precheck'

/** No methods, no diagnosis, no medication, nothing the precheck fires on. Without a known language all rules apply. */
export function isSafeText(text: string, language: string | undefined): boolean {
  const wanted = language?.toLowerCase().split('-')[0]
  return checkGenerated(
    text,
    languages.find((known) => known === wanted),
  ).ok
}

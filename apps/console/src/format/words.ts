/** A code as words: `true_positive` → `True positive`. */
export function words(code: string): string {
  const spaced = code.replaceAll(/[_.-]+/g, ' ').trim()
  return spaced.charAt(0).toUpperCase() + spaced.slice(1)
}

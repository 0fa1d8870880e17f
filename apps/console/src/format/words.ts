/** A code as words: `true_positive` → `True positive`, `license_suspended` → `Licence suspended`. */
export function words(code: string): string {
  const spaced = code
    .replaceAll(/[_.-]+/g, ' ')
    .replaceAll(/\blicense(?=s?\b)/g, 'licence')
    .trim()
  return spaced.charAt(0).toUpperCase() + spaced.slice(1)
}

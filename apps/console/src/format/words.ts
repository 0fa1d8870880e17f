/** A code as words: `true_positive` → `True positive`, `license_suspended` → `Licence suspended`. */
export function words(code: string): string {
  const spaced = code
    .replaceAll(/[_.-]+/g, ' ')
    .replaceAll(/\blicense(?=s?\b)/g, 'licence')
    .replaceAll(/\borganization(?=s?\b)/g, 'organisation')
    .trim()
  return spaced.charAt(0).toUpperCase() + spaced.slice(1)
}

/** What was done, without the service that did it: `licensing.seat.released` → `Seat released`. */
export const actionInWords = (action: string): string => words(action.split('.').slice(-2).join(' '))

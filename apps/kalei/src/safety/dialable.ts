/** The digits of a number as printed: `0800 111 0 111` → `08001110111`; "SHOUT to 85258" → `85258`. */
export function dialable(printed: string): string {
  const runs = printed.match(/\+?[\d][\d\s()./-]*/g) ?? []
  const longest = runs.reduce((best, run) => (run.length > best.length ? run : best), '')
  return longest.replace(/[^\d+]/g, '')
}

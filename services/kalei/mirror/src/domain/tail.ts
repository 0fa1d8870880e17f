/** As much of what was written before as the check can join with the next words. */
const tailUnits = 600
/** Somebody may send one word a message. */
export const tailMessages = 40

/** The end of what was written just before, oldest first; undefined when there was nothing. */
export function tailOf(newestFirst: readonly string[]): string | undefined {
  let tail = ''
  for (const content of newestFirst) {
    tail = tail === '' ? content : `${content} ${tail}`
    if (tail.length >= tailUnits) break
  }
  return tail === '' ? undefined : tail.slice(-tailUnits).toWellFormed()
}

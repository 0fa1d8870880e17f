const sample = 2_000
const letter = /\p{L}/gu
const unreadLetter = /(?![\p{Script=Latin}\p{Script=Han}])\p{L}/gu

/** Whether most of a text is in a script that no rule reads, such as Cyrillic, Arabic, Devanagari or Hangul. */
export function isUnread(text: string): boolean {
  const start = text.slice(0, sample)
  const unread = start.match(unreadLetter)?.length ?? 0
  return unread > 0 && unread * 2 > (start.match(letter)?.length ?? 0)
}

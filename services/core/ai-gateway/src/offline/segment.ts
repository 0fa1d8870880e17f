/** Sentences and clauses over a folded text, and snapping of spans to whole words of the original. */

export interface Range {
  readonly start: number
  readonly end: number
}

const SENTENCE_MAX = 480
const ABBREVIATION =
  /(?:^|[ (])(?:dr|mr|mrs|ms|prof|st|vs|etc|e\.g|i\.e|approx|no|bzw|z\.b|sr|sra|mme|frau|herr)$/u
const TERMINATOR = /[.!?]+["')]*(?=[ \n]|$)|\n/gu

function pushCapped(ranges: Range[], text: string, from: number, to: number): void {
  let start = from
  while (to - start > SENTENCE_MAX) {
    const space = text.lastIndexOf(' ', start + SENTENCE_MAX)
    const cut = space > start ? space : text.indexOf(' ', start + SENTENCE_MAX)
    if (cut === -1 || cut >= to) break
    ranges.push({ start, end: cut })
    start = cut + 1
  }
  if (to > start) ranges.push({ start, end: to })
}

/** Sentences of a folded text, terminators included, none longer than a few hundred characters. */
export function sentences(folded: string): Range[] {
  const ranges: Range[] = []
  let start = 0
  for (const match of folded.matchAll(TERMINATOR)) {
    const earlier = folded.slice(Math.max(start, match.index - 8), match.index)
    if (match[0] === '.' && ABBREVIATION.test(earlier)) continue
    const end = match.index + match[0].length
    pushCapped(ranges, folded, start, end)
    start = end
  }
  pushCapped(ranges, folded, start, folded.length)
  return ranges
}

/** Clauses of one sentence, given where a clause may begin: punctuation, or a joining word. */
export function clauses(folded: string, sentence: Range, joint: RegExp): Range[] {
  const text = folded.slice(sentence.start, sentence.end)
  const ranges: Range[] = []
  let start = 0
  for (const match of text.matchAll(joint)) {
    if (match.index > start) ranges.push({ start: sentence.start + start, end: sentence.start + match.index })
    start = match.index
  }
  ranges.push({ start: sentence.start + start, end: sentence.end })
  return ranges
}

const EXTENDS = /\p{M}|\u200C|\u200D|\p{Emoji_Modifier}|[\u{E0020}-\u{E007F}\uFF9E\uFF9F]/u
/** Grapheme_Cluster_Break=Prepend: joins the character after it. */
const PREPENDS =
  /[\u0600-\u0605\u06DD\u070F\u0890\u0891\u08E2\u0D4E\u{110BD}\u{110CD}\u{111C2}\u{111C3}\u{1193F}\u{11941}\u{11A3A}\u{11A84}-\u{11A89}\u{11D46}\u{11F02}]/u

/** Ends inside a word: a letter, its marks, perhaps an apostrophe. */
const IN_WORD = /[\p{L}\p{N}][\p{M}\u200C\u200D]*(?:['\u2019]\p{M}*)?$/u

function before(text: string, index: number): string {
  const low = text.charCodeAt(index - 1)
  const high = text.charCodeAt(index - 2)
  const pair = low >= 0xdc00 && low <= 0xdfff && high >= 0xd800 && high <= 0xdbff
  return text.slice(index - (pair ? 2 : 1), index)
}

function at(text: string, index: number): string {
  const point = text.codePointAt(index)
  return point === undefined ? '' : String.fromCodePoint(point)
}

/** The last word character's end at or before `end`, with everything that belongs to its grapheme. */
function wordEnd(text: string, range: Range): number {
  let { end } = range
  while (end > range.start) {
    const last = before(text, end)
    if (/[\p{L}\p{N}%]/u.test(last) && !PREPENDS.test(last)) break
    end -= last.length
  }
  while (end < text.length && EXTENDS.test(at(text, end))) end += at(text, end).length
  return end
}

/** Whether what stands before an offset is of the same word or grapheme. */
function belongs(text: string, offset: number): boolean {
  return PREPENDS.test(before(text, offset)) || IN_WORD.test(text.slice(Math.max(0, offset - 40), offset))
}

/**
 * Shrinks an original range to its first and last word character and widens it where a grapheme would
 * be cut. Returns undefined when no word is left.
 */
export function snap(text: string, range: Range): Range | undefined {
  let { start } = range
  while (start < range.end && !/[\p{L}\p{N}]/u.test(at(text, start))) start += at(text, start).length
  if (start >= range.end) return undefined
  while (start > 0 && belongs(text, start)) start -= before(text, start).length
  while (start < range.end && EXTENDS.test(at(text, start))) start += at(text, start).length
  const end = wordEnd(text, { start, end: range.end })
  return end > start ? { start, end } : undefined
}

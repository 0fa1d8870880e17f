/** A quote that was found: `text.slice(start, end)`, UTF-16 offsets. */
export interface Located<Item> {
  readonly start: number
  readonly end: number
  readonly item: Item
}

interface Quoted {
  readonly quote: string
}

const shortest = 3

/**
 * Finds quotes in a text by UTF-16 offsets, in reading order and without overlaps. A quote that occurs more than
 * once takes its next free place; one that is not there is dropped. Typographic quotes, dashes, spaces and
 * canonical forms may differ, as models retype them; the offsets always count in the text as it was given.
 */
export function locateQuotes<Item extends Quoted>(text: string, items: readonly Item[]): Located<Item>[] {
  const folded = fold(text)
  const taken: Located<Item>[] = []
  for (const item of items) {
    const wanted = fold(item.quote.trim().replaceAll(/^["'“”„«»…]+|["'“”„«»…]+$/gu, '')).folded.trim()
    if (wanted.length < shortest) continue
    const range = firstFree(folded, wanted, taken)
    if (range !== undefined) taken.push({ ...range, item })
  }
  return taken.toSorted((a, b) => a.start - b.start)
}

interface Folded {
  readonly folded: string
  /** Where each unit of `folded` begins in the text, and one place past its end. */
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

const alike: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '‚': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '–': '-',
  '—': '-',
  '…': '...',
}

/** Grapheme by grapheme, so that neither a surrogate pair nor a combining mark is ever cut. */
function fold(text: string): Folded {
  let folded = ''
  const starts: number[] = []
  const ends: number[] = []
  for (const { segment, index } of graphemes.segment(text)) {
    const isSpace = segment.trim() === ''
    if (isSpace && folded.endsWith(' ')) {
      ends[ends.length - 1] = index + segment.length
      continue
    }
    const written = isSpace ? ' ' : (alike[segment] ?? segment.normalize('NFC').toLowerCase())
    for (let unit = 0; unit < written.length; unit += 1) {
      starts.push(index)
      ends.push(index + segment.length)
    }
    folded += written
  }
  return { folded, starts, ends }
}

/** The first occurrence on the borders of graphemes that no other quote has taken. */
function firstFree(
  { folded, starts, ends }: Folded,
  wanted: string,
  taken: readonly Located<unknown>[],
): { start: number; end: number } | undefined {
  for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + 1)) {
    const last = at + wanted.length - 1
    const [start, end] = [starts[at], ends[last]]
    if (start === undefined || end === undefined) continue
    const cutsGrapheme = starts[at - 1] === start || starts[last + 1] === starts[last]
    const isTaken = taken.some((other) => start < other.end && other.start < end)
    if (!cutsGrapheme && !isTaken) return { start, end }
  }
  return undefined
}

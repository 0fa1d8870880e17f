interface Located {
  readonly start: number
  readonly end: number
  readonly text: string
}

/**
 * Keeps only what can be shown in the person's own words: `content.slice(start, end)` is the text, no character
 * is cut in half (emoji and combining marks included), and no two overlap.
 */
export function fitFragments<Found extends Located>(
  content: string,
  found: readonly Found[],
): { readonly fitting: Found[]; readonly dropped: number } {
  const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(content)
  const isBoundary = (offset: number): boolean =>
    offset === content.length || graphemes.containing(offset)?.index === offset
  const fitting: Found[] = []
  let reached = 0
  for (const fragment of found.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const { start, end, text } = fragment
    const isQuoted = start < end && end <= content.length && content.slice(start, end) === text
    if (!isQuoted || start < reached || !isBoundary(start) || !isBoundary(end)) continue
    fitting.push(fragment)
    reached = end
  }
  return { fitting, dropped: found.length - fitting.length }
}

import type { Fragment } from '../api/wire.ts'

/** A run of the message: plain, or the words of one fragment. Joined together they are the message again. */
export interface Segment {
  text: string
  fragment?: Fragment
}

interface Span {
  start: number
  end: number
  fragment: Fragment
}

/** Offsets where a character as a reader sees it begins: an emoji or a letter with its accents counts as one. */
function boundaries(content: string): number[] {
  const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
  return [...Array.from(segmenter.segment(content), ({ index }) => index), content.length]
}

function snap(fragment: Fragment, edges: readonly number[]): Span {
  const start = edges.findLast((edge) => edge <= fragment.start) ?? fragment.start
  const end = edges.find((edge) => edge >= fragment.end) ?? fragment.end
  return { start, end, fragment }
}

function fits(content: string, { start, end, text }: Fragment): boolean {
  return start >= 0 && start < end && end <= content.length && content.slice(start, end) === text
}

const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

function withoutOverlaps(spans: Span[]): Span[] {
  const byConfidence = spans.sort((a, b) => b.fragment.confidence - a.fragment.confidence)
  const kept: Span[] = []
  for (const span of byConfidence) if (!kept.some((other) => overlap(span, other))) kept.push(span)
  return kept.sort((a, b) => a.start - b.start)
}

/**
 * Cuts a message at its fragments. Offsets are UTF-16; a fragment whose words are not where it says is left
 * out, of two that overlap the surer one stays, and no character is ever cut in half.
 */
export function segmentsOf(content: string, fragments: readonly Fragment[]): Segment[] {
  const edges = boundaries(content)
  const spans = withoutOverlaps(
    fragments.filter((fragment) => fits(content, fragment)).map((fragment) => snap(fragment, edges)),
  )
  const segments: Segment[] = []
  let at = 0
  for (const { start, end, fragment } of spans) {
    if (start > at) segments.push({ text: content.slice(at, start) })
    segments.push({ text: content.slice(start, end), fragment })
    at = end
  }
  if (at < content.length) segments.push({ text: content.slice(at) })
  return segments
}

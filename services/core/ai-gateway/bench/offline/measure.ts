import type { Entry, GoldSpan } from './corpus.ts'
import type { FragmentType } from '../../src/offline/taxonomy.ts'

/** A found span, from the engine or a baseline. */
export interface Found {
  readonly type: FragmentType
  readonly start: number
  readonly end: number
  readonly confidence: number
}
export type Finder = (text: string) => readonly Found[]

/** Overlap of two spans over their union. */
export function iou(a: { start: number; end: number }, b: { start: number; end: number }): number {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start)
  if (shared <= 0) return 0
  return shared / (Math.max(a.end, b.end) - Math.min(a.start, b.start))
}

export interface Scores {
  readonly precision: number
  readonly recall: number
  readonly f1: number
  /** Spans found (overlap ≥ 0.5) whatever the type. */
  readonly spanRecall: number
  /** Of the spans found, the share with the right type. */
  readonly typeAccuracy: number
  /** Of the texts without a distortion, the share that stay silent. */
  readonly quiet: number
  readonly gold: number
  readonly found: number
}

/** Whether a found span is right: type equal and overlap at least one half. */
export function isRight(found: Found, gold: readonly GoldSpan[]): boolean {
  return gold.some((span) => span.type === found.type && iou(span, found) >= 0.5)
}

/** Scores a finder over labelled entries. */
export function measure(entries: readonly Entry[], find: Finder): Scores {
  const counts = { gold: 0, found: 0, right: 0, located: 0, typed: 0, quiet: 0, silent: 0 }
  for (const entry of entries) {
    const found = find(entry.text)
    counts.gold += entry.spans.length
    counts.found += found.length
    counts.right += found.filter((one) => isRight(one, entry.spans)).length
    for (const span of entry.spans) {
      const near = found.filter((one) => iou(one, span) >= 0.5)
      if (near.length > 0) counts.located++
      if (near.some((one) => one.type === span.type)) counts.typed++
    }
    if (entry.spans.length === 0) counts.quiet++
    if (entry.spans.length === 0 && found.length === 0) counts.silent++
  }
  const precision = counts.found === 0 ? 1 : counts.right / counts.found
  const recall = counts.typed / Math.max(1, counts.gold)
  return {
    precision,
    recall,
    f1: (2 * precision * recall) / Math.max(1e-9, precision + recall),
    spanRecall: counts.located / Math.max(1, counts.gold),
    typeAccuracy: counts.typed / Math.max(1, counts.located),
    quiet: counts.silent / Math.max(1, counts.quiet),
    gold: counts.gold,
    found: counts.found,
  }
}

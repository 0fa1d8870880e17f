/**
 * The labelled corpus. A fragment is written `[code|the person's words]`; everything outside the
 * brackets is plain text. `parseEntry` turns the mark-up into text and UTF-16 spans.
 *
 * The split is decided by a hash of the text alone, before any rule was written:
 * tuned (rules may be adjusted to it), calibration (only the confidence curve is fitted on it),
 * held-out (only measured). The `unseen` families were written after the first rules; `open` and `sealed`
 * are two halves of one set written blind later: rules were generalised from the misses of `open` alone, by the
 * author of both. `final` was written after that.
 */
import type { FragmentType } from '../../src/offline/taxonomy.ts'
import { allOrNothing } from './corpus/all-or-nothing.ts'
import { blaming } from './corpus/blaming.ts'
import { catastrophizing } from './corpus/catastrophizing.ts'
import { comparing } from './corpus/comparing.ts'
import { disqualifyingPositive } from './corpus/disqualifying-positive.ts'
import { emotionalReasoning } from './corpus/emotional-reasoning.ts'
import { entries } from './corpus/entries.ts'
import { finalQuiet, finalVoices } from './corpus/final-voices.ts'
import { fortuneTelling } from './corpus/fortune-telling.ts'
import { labeling } from './corpus/labeling.ts'
import { laterQuiet, laterVoices } from './corpus/later-voices.ts'
import { mentalFilter } from './corpus/mental-filter.ts'
import { mindReading } from './corpus/mind-reading.ts'
import { openQuiet, openVoices } from './corpus/open-voices.ts'
import { overgeneralization } from './corpus/overgeneralization.ts'
import { personalization } from './corpus/personalization.ts'
import { quietFacts, quietGood, quietPlans } from './corpus/quiet-everyday.ts'
import { quietBalanced, quietFeelings } from './corpus/quiet-feelings.ts'
import { quietEntries, quietIdioms, quietQuotes } from './corpus/quiet-voices.ts'
import { sealedQuiet, sealedVoices } from './corpus/sealed-voices.ts'
import { shouldStatements } from './corpus/should-statements.ts'
import { unseenQuiet, unseenVoices } from './corpus/unseen-voices.ts'

const BLIND = ['unseen', 'open', 'sealed', 'final'] as const
export type Part = 'tuned' | 'calibration' | 'held-out' | (typeof BLIND)[number]
export interface GoldSpan {
  readonly type: FragmentType
  readonly start: number
  readonly end: number
}
export interface Entry {
  readonly text: string
  readonly spans: readonly GoldSpan[]
  readonly family: string
  readonly part: Part
}

const CODES: Readonly<Record<string, FragmentType>> = {
  aon: 'all_or_nothing',
  og: 'overgeneralization',
  mf: 'mental_filter',
  dp: 'disqualifying_positive',
  mr: 'mind_reading',
  ft: 'fortune_telling',
  cat: 'catastrophizing',
  er: 'emotional_reasoning',
  sh: 'should_statements',
  lab: 'labeling',
  per: 'personalization',
  bl: 'blaming',
  cmp: 'comparing',
}

/** FNV-1a over UTF-16 units: stable across runs and machines. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
  return value >>> 0
}

function partOf(text: string, family: string): Part {
  const blind = BLIND.find((name) => family.startsWith(name))
  if (blind !== undefined) return blind
  const bucket = hash(text) % 20
  if (bucket < 9) return 'tuned'
  return bucket < 13 ? 'calibration' : 'held-out'
}

/** Reads one marked-up entry. Throws on an unknown code. */
export function parseEntry(marked: string, family: string): Entry {
  const spans: GoldSpan[] = []
  let text = ''
  let last = 0
  for (const match of marked.matchAll(/\[([a-z]+)\|([^\]]*)\]/gu)) {
    const type = CODES[match[1] ?? '']
    if (type === undefined) throw new Error(`unknown code in: ${marked}`)
    text += marked.slice(last, match.index)
    const start = text.length
    text += match[2] ?? ''
    spans.push({ type, start, end: text.length })
    last = match.index + match[0].length
  }
  text += marked.slice(last)
  return { text, spans, family, part: partOf(text, family) }
}

const FAMILIES: Readonly<Record<string, readonly string[]>> = {
  allOrNothing,
  overgeneralization,
  mentalFilter,
  disqualifyingPositive,
  mindReading,
  fortuneTelling,
  catastrophizing,
  emotionalReasoning,
  shouldStatements,
  labeling,
  personalization,
  blaming,
  comparing,
  entries,
  quietFacts,
  quietPlans,
  quietGood,
  quietFeelings,
  quietBalanced,
  quietQuotes,
  quietIdioms,
  quietEntries,
  laterVoices,
  laterQuiet,
  unseenVoices,
  unseenQuiet,
  openVoices,
  openQuiet,
  sealedVoices,
  sealedQuiet,
  finalVoices,
  finalQuiet,
}

/** Every English entry, labelled and quiet. */
export const corpus: readonly Entry[] = Object.entries(FAMILIES).flatMap(([family, texts]) =>
  texts.map((text) => parseEntry(text, family)),
)

import type { FoldedText } from './fold.ts'
import type { FragmentType } from './taxonomy.ts'
import type { Language } from './lexicon/language.ts'
import { calibrate, SPEAK_FROM } from './calibration.ts'
import { english, ENGLISH_LEAD } from './detect/english.ts'
import type { Detector } from './detect/engine.ts'
import { search } from './detect/engine.ts'
import { detectorFor, guessLanguage, OTHER_LEAD } from './detect/languages.ts'
import { fold } from './fold.ts'
import { expandEnglish } from './lexicon/en.ts'
import { snap } from './segment.ts'

/** A distorted thought in the person's own words: `text.slice(start, end) === fragment.text`. */
export interface Fragment {
  readonly type: FragmentType
  /** UTF-16 offsets into the text that was given. */
  readonly start: number
  readonly end: number
  readonly text: string
  /** The share of such findings that are right, 0..1. */
  readonly confidence: number
}

export interface Detection {
  readonly fragments: readonly Fragment[]
  readonly language: Language
}

/** A finding with its raw score, before calibration and the threshold. */
export interface RawFragment extends Fragment {
  readonly score: number
}

interface Reading {
  readonly view: FoldedText
  readonly detector: Detector
  readonly lead: RegExp
  readonly language: Language
}

function readingOf(text: string): Reading {
  const plain = fold(text)
  const language = guessLanguage(text, plain.folded)
  if (language !== 'en') return { view: plain, detector: detectorFor(language), lead: OTHER_LEAD, language }
  return { view: fold(text, expandEnglish), detector: english, lead: ENGLISH_LEAD, language }
}

/** Every finding, however weak, for fitting and measuring. */
export function detectRaw(text: string): { fragments: RawFragment[]; language: Language } {
  const { view, detector, lead, language } = readingOf(text)
  const fragments: RawFragment[] = []
  for (const { type, score, ...found } of search(detector, view.folded)) {
    const words = view.folded.slice(found.start, found.end)
    const trimmed = words.replace(/^[^a-z0-9]+/u, '')
    const skipped = words.length - trimmed.length + (lead.exec(trimmed)?.[0].length ?? 0)
    const range = snap(text, {
      start: view.at[found.start + skipped] ?? text.length,
      end: view.at[found.end] ?? text.length,
    })
    if (range === undefined) continue
    const { start, end } = range
    fragments.push({ type, start, end, text: text.slice(start, end), confidence: calibrate(score), score })
  }
  return { fragments, language }
}

/**
 * Finds distorted thoughts. Fragments never overlap and come in reading order; an empty list is a
 * common and good answer. Pure, never throws, time linear in the text.
 */
export function detectFragments(text: string): Detection {
  const raw = detectRaw(text)
  const fragments = raw.fragments
    .filter((fragment) => fragment.confidence >= SPEAK_FROM)
    .map(({ type, start, end, text: words, confidence }) => ({ type, start, end, text: words, confidence }))
  return { fragments, language: raw.language }
}

import type { Entry } from './corpus.ts'
import type { Finder, Found } from './measure.ts'
import { iou, measure } from './measure.ts'

/** Multinomial naive Bayes over the words of a sentence: the yardstick the rules must beat. */
interface Model {
  readonly classes: ReadonlyMap<
    string,
    { readonly prior: number; readonly words: ReadonlyMap<string, number>; readonly total: number }
  >
  readonly vocabulary: number
}

function sentencesOf(text: string): { start: number; end: number; text: string }[] {
  return [...text.matchAll(/[^.!?\n]+[.!?]*/gu)]
    .map((match) => ({ start: match.index, end: match.index + match[0].length, text: match[0] }))
    .filter((sentence) => /\p{L}/u.test(sentence.text))
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}']+/gu) ?? []
}

function labelled(entries: readonly Entry[]): { label: string; words: string[] }[] {
  return entries.flatMap((entry) =>
    sentencesOf(entry.text).map((sentence) => {
      const span = entry.spans.toSorted((a, b) => iou(b, sentence) - iou(a, sentence))[0]
      const touches = span !== undefined && span.start < sentence.end && span.end > sentence.start
      return { label: touches ? span.type : 'none', words: wordsOf(sentence.text) }
    }),
  )
}

function fit(entries: readonly Entry[]): Model {
  const samples = labelled(entries)
  const vocabulary = new Set(samples.flatMap((sample) => sample.words)).size
  const classes = new Map<string, { prior: number; words: Map<string, number>; total: number }>()
  for (const { label, words } of samples) {
    const known = classes.get(label) ?? { prior: 0, words: new Map<string, number>(), total: 0 }
    known.prior += 1 / samples.length
    for (const word of words) known.words.set(word, (known.words.get(word) ?? 0) + 1)
    known.total += words.length
    classes.set(label, known)
  }
  return { classes, vocabulary }
}

function classify(model: Model, text: string, eagerness: number): { label: string; share: number } {
  const words = wordsOf(text)
  const scored = [...model.classes].map(([label, known]) => ({
    label,
    score: words.reduce(
      (sum, word) => sum + Math.log(((known.words.get(word) ?? 0) + 1) / (known.total + model.vocabulary)),
      Math.log(known.prior) - (label === 'none' ? eagerness : 0),
    ),
  }))
  const [best = { label: 'none', score: 0 }] = scored.toSorted((a, b) => b.score - a.score)
  const share = 1 / scored.reduce((sum, one) => sum + Math.exp(one.score - best.score), 0)
  return { label: best.label, share }
}

/**
 * A finder that marks whole sentences by their words, trained on the given entries. `eagerness` is taken
 * off the score of saying nothing, since plain naive Bayes hardly ever speaks on so little data.
 */
export function bagOfWords(entries: readonly Entry[], eagerness = 0): Finder {
  const model = fit(entries)
  return (text) =>
    sentencesOf(text).flatMap((sentence): Found[] => {
      const { label, share } = classify(model, sentence.text, eagerness)
      if (label === 'none') return []
      const start = sentence.start + (sentence.text.length - sentence.text.trimStart().length)
      const end = sentence.start + sentence.text.replace(/[.!?\s]+$/u, '').length
      return [{ type: label as Found['type'], start, end, confidence: share }]
    })
}

/** The eagerness with the best F1 on one part when trained on another. */
export function bestEagerness(train: readonly Entry[], check: readonly Entry[]): number {
  const tried = [0, 1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20].map((eagerness) => ({
    eagerness,
    f1: measure(check, bagOfWords(train, eagerness)).f1,
  }))
  return tried.toSorted((a, b) => b.f1 - a.f1)[0]?.eagerness ?? 0
}

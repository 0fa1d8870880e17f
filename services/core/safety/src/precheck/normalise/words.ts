import { code, isHan, isLatin, isWordUnit } from './fold.ts'
import { isLeetSign } from './disguise.ts'
import type { Tape } from './tape.ts'

/** What stands between a word and the one before it: these, and so many times `oneQuote` as quotation marks stand there. */
export const before = { sentence: 1, clause: 2, quote: 4, tight: 8, wide: 16 } as const
export const oneQuote = 32

/** The words of a folded text in rows: where each begins and ends, and the gap before it. */
export class Words {
  from = new Int32Array(1024)
  to = new Int32Array(1024)
  gaps = new Int32Array(1024)
  length = 0

  put(from: number, to: number, gap: number): void {
    if (this.length === this.from.length) this.#grow()
    this.from[this.length] = from
    this.to[this.length] = to
    this.gaps[this.length] = gap
    this.length += 1
  }

  /** Writes the words from one to another as one word into an earlier place. */
  move(first: number, last: number, place: number): void {
    this.from[place] = this.from[first] ?? 0
    this.to[place] = this.to[last] ?? 0
    this.gaps[place] = this.gaps[first] ?? 0
  }

  #grow(): void {
    for (const row of ['from', 'to', 'gaps'] as const) {
      const longer = new Int32Array(this.length * 2)
      longer.set(this[row])
      this[row] = longer
    }
  }
}

const contractions = new Set(['s', 't', 'm', 're', 've', 'll', 'd'])

function isContraction(folded: Tape, apostropheAt: number): boolean {
  const { codes } = folded
  let end = apostropheAt + 1
  while (isLatin(codes[end] ?? 0) && end - apostropheAt < 4) end += 1
  if (codes[end] === code.apostrophe) return false
  return contractions.has(folded.slice(apostropheAt + 1, end))
}

function joins(folded: Tape, at: number, deep: boolean): boolean {
  const { codes } = folded
  const unit = codes[at] ?? 0
  if (isWordUnit(unit)) return true
  const next = codes[at + 1] ?? 0
  const last = codes[at - 1] ?? 0
  if (unit === code.apostrophe) return isLatin(next) && isLatin(last) && isContraction(folded, at)
  if (!deep || !isLeetSign(unit)) return false
  if (unit === code.star)
    return (isWordUnit(last) || last === code.star) && (isWordUnit(next) || next === code.star)
  if (unit === code.exclamation) return isWordUnit(last) && isLatin(next)
  return isWordUnit(next) || isWordUnit(last)
}

function starts(codes: Uint16Array, at: number, deep: boolean): boolean {
  const unit = codes[at] ?? 0
  if (isWordUnit(unit)) return true
  return deep && (unit === code.dollar || unit === code.at) && isLatin(codes[at + 1] ?? 0)
}

/** Reads the characters between two words and says what they mean. */
function readGap(codes: Uint16Array, from: number, to: number): number {
  if (to === from) return before.tight
  if (to - from === 1 && codes[from] === code.space) return 0
  let flags = 0
  let quotes = 0
  let blanks = 0
  let lines = 0
  for (let at = from; at < to; at += 1) {
    const unit = codes[at] ?? 0
    const next = at + 1 < to ? (codes[at + 1] ?? 0) : 0
    if (unit === code.newline) lines += 1
    else if (unit === code.space) blanks += 1
    else if (unit === code.quote) quotes += 1
    else if (unit === code.bar || unit === code.exclamation) flags |= before.sentence
    else if (unit === code.comma || (unit === code.hyphen && to - from > 1)) flags |= before.clause
    else if (unit === code.dot) {
      if (next === code.dot || codes[at - 1] === code.dot) flags |= before.clause
      else if (to - from > 1) flags |= before.sentence
    }
  }
  if (lines > 1) flags |= before.sentence
  else if (lines === 1) flags |= before.clause
  if (quotes > 0) flags |= before.quote
  if (blanks + lines === 0) flags |= before.tight
  if (blanks > 1 || lines > 0) flags |= before.wide
  return flags + quotes * oneQuote
}

const words = new Words()

/**
 * Splits folded text into words; every Han character is one of its own. `tail` is the gap behind the last. The words
 * hold until the next text is split.
 */
export function splitWords(folded: Tape, deep: boolean): { words: Words; tail: number } {
  const { codes, length } = folded
  words.length = 0
  let gapFrom = 0
  let at = 0
  while (at < length) {
    const han = isHan(codes[at] ?? 0)
    if (!han && !starts(codes, at, deep)) {
      at += 1
      continue
    }
    const from = at
    at += 1
    if (!han) while (isLatin(codes[at] ?? 0) || (at < length && joins(folded, at, deep))) at += 1
    words.put(from, at, readGap(codes, gapFrom, from))
    gapFrom = at
  }
  return { words, tail: readGap(codes, gapFrom, length) }
}

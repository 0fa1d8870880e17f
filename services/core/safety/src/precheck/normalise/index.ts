import { isCritical, isLeetSign, takeApart, undoLeet, undoMask } from './disguise.ts'
import { code, fold, isDigit, isHan, isLatin, isWordUnit } from './fold.ts'
import { Tape } from './tape.ts'
import { before, oneQuote, splitWords } from './words.ts'
import type { Words } from './words.ts'

/**
 * Text as the rules see it: lower-case words with single letters ("kil"), one space between them, ` | ` at
 * the end of a sentence, no spaces between Han characters. `starts[i]` and `ends[i]` give the range of the
 * original behind character `i`.
 */
export interface Normalised {
  /** The characters; behind the last one stand zeros. */
  codes: Uint16Array
  length: number
  starts: Int32Array
  ends: Int32Array
  /** Where each word begins, in order. */
  words: number[]
  /** The first word of each sentence but the first one, in order. */
  sentences: number[]
  /** Where a clause begins (after a comma, a dash, a line break), in order. */
  clauses: number[]
  /** Where quotation marks stood, in order. */
  quotes: number[]
  /** True when a disguise was undone: then the plain reading is matched as well. */
  altered: boolean
}

interface Writer {
  tape: Tape
  words: number[]
  sentences: number[]
  clauses: number[]
  quotes: number[]
  altered: boolean
}

const spelling = new Tape()

/** Leaves the letters of a word in `spelling`, with the signs that may stand for letters. */
function spell(folded: Tape, from: number, to: number): void {
  spelling.clear()
  for (let at = from; at < to; at += 1) {
    const unit = folded.codes[at] ?? 0
    if (isWordUnit(unit) || isLeetSign(unit)) spelling.put(unit, folded.starts[at] ?? 0, folded.ends[at] ?? 0)
  }
}

/** Whether a word is letters and nothing else. */
function isPlain({ codes }: Tape, from: number, to: number): boolean {
  for (let index = from; index < to; index += 1) {
    const unit = codes[index] ?? 0
    if (!isWordUnit(unit) || isDigit(unit)) return false
  }
  return true
}

/** Single letters in a row, "s u i c i d e" or "s.u.i.c.i.d.e", become one word. Says whether there were any. */
function joinSpelledOut(words: Words, folded: Tape): boolean {
  let count = 0
  for (let at = 0; at < words.length;) {
    let end = at + 1
    if (isHan(folded.codes[words.from[at] ?? 0] ?? 0)) {
      if (count < at) words.move(at, at, count)
      count += 1
      at = end
      continue
    }
    while (end < words.length && isSpelledNext(words, end, folded)) end += 1
    const isSpelledOut = end - at >= 3 || (end - at === 2 && standsApart(words, at))
    if (!isSpelledOut) end = at + (isPair(words, at, folded) ? 2 : 1)
    if (end - at > 1 || count < at) words.move(at, end - 1, count)
    count += 1
    at = end
  }
  const joined = count < words.length
  words.length = count
  return joined
}

/** Whether the two words at `at` have a wide gap on both sides, as in "w a n t   t o   d i e". */
function standsApart({ gaps, length }: Words, at: number): boolean {
  const opens = at === 0 || ((gaps[at] ?? 0) & before.wide) !== 0
  const ends = before.wide | before.sentence | before.clause
  const closes = at + 2 >= length || ((gaps[at + 2] ?? 0) & ends) !== 0
  return opens && closes && length > 2
}

function isSingle({ from, to }: Words, at: number, folded: Tape): boolean {
  const first = from[at] ?? 0
  return (to[at] ?? 0) - first === 1 && !isHan(folded.codes[first] ?? 0)
}

function isSpelledNext(words: Words, next: number, folded: Tape): boolean {
  if (!isSingle(words, next - 1, folded) || !isSingle(words, next, folded)) return false
  const apart = before.sentence | before.clause | before.quote | before.wide
  return ((words.gaps[next] ?? 0) & apart) === 0
}

const longestPair = 14

/** "sui-cide", "k.ill": two halves of a critical word with no blank between them. */
function isPair({ from, to, gaps, length }: Words, at: number, { codes }: Tape): boolean {
  const next = at + 1
  if (next >= length || gaps[next] !== before.tight) return false
  const first = from[at] ?? 0
  const second = from[next] ?? 0
  if ((to[next] ?? 0) - first > longestPair) return false
  if (isHan(codes[first] ?? 0) || isHan(codes[second] ?? 0)) return false
  spelling.clear()
  for (let unit = first; unit < (to[next] ?? 0); unit += 1)
    if (unit < (to[at] ?? 0) || unit >= second) spelling.put(codes[unit] ?? 0, unit, unit + 1)
  return isCritical(spelling.codes, 0, spelling.length)
}

function beginWord(writer: Writer, gap: number, han: boolean): void {
  const { tape } = writer
  if (tape.length > 0 && !(han && gap === before.tight)) {
    const last = tape.codes[tape.length - 1] ?? 0
    const at = tape.starts[tape.length - 1] ?? 0
    const end = tape.ends[tape.length - 1] ?? 0
    if ((gap & before.sentence) !== 0) {
      tape.put(code.space, at, end)
      tape.put(code.bar, at, end)
      tape.put(code.space, at, end)
      writer.sentences.push(writer.words.length)
    } else if ((!han && !isHan(last)) || (gap & (before.clause | before.quote)) !== 0)
      tape.put(code.space, at, end)
  }
  if ((gap & before.clause) !== 0) writer.clauses.push(tape.length)
  for (let quote = oneQuote; quote <= gap; quote += oneQuote) writer.quotes.push(tape.length)
  writer.words.push(tape.length)
}

/** Writes letters as they stand, each once. */
function writePlain({ tape }: Writer, folded: Tape, from: number, to: number): void {
  tape.reserve(to - from)
  const { codes, starts, ends } = tape
  let { length } = tape
  let last = 0
  for (let index = from; index < to; index += 1) {
    const unit = folded.codes[index] ?? 0
    if (unit !== last || !isLatin(unit)) {
      codes[length] = unit
      starts[length] = folded.starts[index] ?? 0
      length += 1
    }
    ends[length - 1] = folded.ends[index] ?? 0
    last = unit
  }
  tape.length = length
}

interface Word {
  from: number
  to: number
  gap: number
}

function writeWord(writer: Writer, folded: Tape, word: Word, deep: boolean): void {
  const { from, to, gap } = word
  if (isHan(folded.codes[from] ?? 0)) {
    beginWord(writer, gap, true)
    writer.tape.put(folded.codes[from] ?? 0, folded.starts[from] ?? 0, folded.ends[from] ?? 0)
  } else if (isPlain(folded, from, to)) writeLetters(writer, folded, word, deep)
  else {
    spell(folded, from, to)
    if (deep && (undoMask(spelling) || undoLeet(spelling))) writer.altered = true
    writeLetters(writer, spelling, { from: 0, to: spelling.length, gap }, deep)
  }
}

/** Writes letters as one word, or as the words that run together in it. */
function writeLetters(writer: Writer, letters: Tape, { from, to, gap }: Word, deep: boolean): void {
  const sizes = deep ? takeApart(letters.codes, from, to) : null
  beginWord(writer, gap, false)
  if (sizes === null) {
    writePlain(writer, letters, from, to)
    return
  }
  writer.altered = true
  let at = from
  for (const size of sizes) {
    if (at > from) beginWord(writer, 0, false)
    writePlain(writer, letters, at, at + size)
    at += size
  }
}

const tape = new Tape()

/**
 * Brings folded text into the form that rules are matched on. `deep` also undoes spelled-out, masked,
 * run-together and leet writing. What is returned holds until the next text is normalised.
 */
export function normalise(folded: Tape, deep: boolean): Normalised {
  const { words: split, tail } = splitWords(folded, deep)
  const joined = deep && joinSpelledOut(split, folded)
  const writer: Writer = {
    tape,
    words: [],
    sentences: [],
    clauses: [],
    quotes: [],
    altered: joined,
  }
  tape.clear()
  const word = { from: 0, to: 0, gap: 0 }
  for (let at = 0; at < split.length; at += 1) {
    word.from = split.from[at] ?? 0
    word.to = split.to[at] ?? 0
    word.gap = split.gaps[at] ?? 0
    writeWord(writer, folded, word, deep)
  }
  const { words, sentences, clauses, quotes, altered } = writer
  for (let quote = oneQuote; quote <= tail; quote += oneQuote) quotes.push(tape.length)
  tape.close()
  const { codes, length, starts, ends } = tape
  return { codes, length, starts, ends, words, sentences, clauses, quotes, altered }
}

/** The form that a word of a rule takes: folded like text, with single letters. */
export function normaliseWord(word: string): string {
  const folded = fold(word)
  return folded
    .slice(0, folded.length)
    .replaceAll("'", '')
    .replaceAll(/([a-z])\1+/g, '$1')
}

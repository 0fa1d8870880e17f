import { isCritical, isLeetSign, takeApart, undoLeet, undoMask } from './disguise.ts'
import { code, fold, isDigit, isHan, isLatin, isWordUnit } from './fold.ts'
import { Tape, textOf } from './tape.ts'
import { before, oneQuote, splitWords } from './words.ts'
import type { Words } from './words.ts'

/**
 * Text as the rules see it: lower-case words with single letters ("kil"), one space between them, ` | ` at
 * the end of a sentence, no spaces between Han characters. `starts[i]` and `ends[i]` give the range of the
 * original behind character `i`.
 */
export interface Normalised {
  text: string
  starts: Int32Array
  ends: Int32Array
  /** Where each word begins in `text`, in order. */
  words: number[]
  /** Where a clause begins in `text` (after a comma, a dash, a line break), in order. */
  clauses: number[]
  /** Where quotation marks stood in `text`, in order. */
  quotes: number[]
  /** True when a disguise was undone: then the plain reading is matched as well. */
  altered: boolean
}

interface Writer {
  tape: Tape
  words: number[]
  clauses: number[]
  quotes: number[]
  altered: boolean
}

interface Spelling {
  units: readonly number[]
  /** Index into the folded text for every unit. */
  at: readonly number[]
}

function spellingOf(folded: Tape, from: number, to: number): Spelling {
  const units: number[] = []
  const at: number[] = []
  for (let index = from; index < to; index += 1) {
    const unit = folded.codes[index] ?? 0
    if (!isWordUnit(unit) && !isLeetSign(unit)) continue
    units.push(unit)
    at.push(index)
  }
  return { units, at }
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
    while (end < words.length && isSpelledNext(words, end, folded)) end += 1
    const isSpelledOut = end - at >= 3 || (end - at === 2 && standsApart(words, at))
    if (!isSpelledOut) end = at + (isPair(words, at, folded) ? 2 : 1)
    words.move(at, end - 1, count)
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
  return isCritical([...codes.subarray(first, to[at]), ...codes.subarray(second, to[next])])
}

function beginWord(writer: Writer, gap: number, han: boolean): void {
  const { tape } = writer
  if (tape.length > 0) {
    const last = tape.codes[tape.length - 1] ?? 0
    const at = tape.starts[tape.length - 1] ?? 0
    const end = tape.ends[tape.length - 1] ?? 0
    if ((gap & before.sentence) !== 0) {
      tape.put(code.space, at, end)
      tape.put(code.bar, at, end)
      tape.put(code.space, at, end)
    } else if ((!han && !isHan(last)) || (gap & (before.clause | before.quote)) !== 0)
      tape.put(code.space, at, end)
  }
  if ((gap & before.clause) !== 0) writer.clauses.push(tape.length)
  for (let quote = oneQuote; quote <= gap; quote += oneQuote) writer.quotes.push(tape.length)
  writer.words.push(tape.length)
}

/** Writes letters as they stand, each once. */
function writePlain({ tape }: Writer, folded: Tape, from: number, to: number): void {
  let last = 0
  for (let index = from; index < to; index += 1) {
    const unit = folded.codes[index] ?? 0
    if (unit === last && isLatin(unit)) tape.stretch(folded.ends[index] ?? 0)
    else tape.put(unit, folded.starts[index] ?? 0, folded.ends[index] ?? 0)
    last = unit
  }
}

/** Writes letters, each once, as words of the given sizes. */
function writeUnits(writer: Writer, folded: Tape, { units, at }: Spelling, sizes: readonly number[]): void {
  const { tape } = writer
  let last = 0
  let part = 0
  let left = sizes[0] ?? Number.POSITIVE_INFINITY
  for (let index = 0; index < units.length; index += 1) {
    const unit = units[index] ?? 0
    const source = at[index] ?? 0
    if (left === 0) {
      beginWord(writer, 0, false)
      part += 1
      left = sizes[part] ?? Number.POSITIVE_INFINITY
      last = 0
    }
    if (unit === last && isLatin(unit)) tape.stretch(folded.ends[source] ?? 0)
    else tape.put(unit, folded.starts[source] ?? 0, folded.ends[source] ?? 0)
    last = unit
    left -= 1
  }
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
    writePlain(writer, folded, from, to)
  } else if (!isPlain(folded, from, to)) writeSpelled(writer, folded, word, deep)
  else {
    const sizes = deep && mayBeSeveral(to - from) ? takeApart(folded.slice(from, to)) : null
    writer.altered ||= sizes !== null
    let at = from
    for (const size of sizes ?? [to - from]) {
      beginWord(writer, at === from ? gap : 0, false)
      writePlain(writer, folded, at, at + size)
      at += size
    }
  }
}

const mayBeSeveral = (length: number): boolean => length >= 7 && length <= 40

/** Writes a word that may be disguised. */
function writeSpelled(writer: Writer, folded: Tape, { from, to, gap }: Word, deep: boolean): void {
  const { units, at } = spellingOf(folded, from, to)
  const respelled = deep ? (undoMask(units) ?? undoLeet(units)) : null
  const spelled = respelled ?? units
  const sizes = deep && mayBeSeveral(spelled.length) ? takeApart(textOf(spelled)) : null
  writer.altered ||= respelled !== null || sizes !== null
  beginWord(writer, gap, false)
  writeUnits(writer, folded, { units: spelled, at }, sizes ?? [])
}

/**
 * Brings folded text into the form that rules are matched on. `deep` also undoes spelled-out, masked,
 * run-together and leet writing.
 */
export function normalise(folded: Tape, deep: boolean): Normalised {
  const { words: split, tail } = splitWords(folded, deep)
  const joined = deep && joinSpelledOut(split, folded)
  const writer: Writer = {
    tape: new Tape(folded.length + split.length),
    words: [],
    clauses: [],
    quotes: [],
    altered: joined,
  }
  const word = { from: 0, to: 0, gap: 0 }
  for (let at = 0; at < split.length; at += 1) {
    word.from = split.from[at] ?? 0
    word.to = split.to[at] ?? 0
    word.gap = split.gaps[at] ?? 0
    writeWord(writer, folded, word, deep)
  }
  const { tape, words, clauses, quotes, altered } = writer
  for (let quote = oneQuote; quote <= tail; quote += oneQuote) quotes.push(tape.length)
  return { text: tape.toString(), starts: tape.starts, ends: tape.ends, words, clauses, quotes, altered }
}

/** The form that a word of a rule takes: folded like text, with single letters. */
export function normaliseWord(word: string): string {
  return fold(word)
    .toString()
    .replaceAll("'", '')
    .replaceAll(/([a-z])\1+/g, '$1')
}

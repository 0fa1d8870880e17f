import { homoglyphs, simplified } from './homoglyphs.ts'
import { Tape } from './tape.ts'

const invisible =
  /^[\u00AD\u061C\u115F\u1160\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFB]$/
const mark = /^\p{M}$/u
const letter = /^[\p{L}\p{N}]$/u
const blank = /^\s$/
/** What characters of the first plane fold to, where it is exactly one; 0 is not known. */
const single = new Uint16Array(1 << 16)
/** What others fold to. */
const cache = new Map<number, readonly number[]>()
const cacheLimit = 20_000

const quotes = new Set([...'"“”„‟«»「」『』《》〈〉〝〞❝❞'].map((char) => char.charCodeAt(0)))
const apostrophes = new Set([..."'’‘‛ʼ´`′"].map((char) => char.charCodeAt(0)))
const stops = new Set([...'.!?;。！？；…‽'].map((char) => char.charCodeAt(0)))
const dashes = new Set([...'–—―'].map((char) => char.charCodeAt(0)))

export const code = {
  space: 32,
  exclamation: 33,
  quote: 34,
  hash: 35,
  dollar: 36,
  apostrophe: 39,
  star: 42,
  comma: 44,
  hyphen: 45,
  dot: 46,
  at: 64,
  bar: 124,
  newline: 10,
} as const

function foldPunctuation(unit: number): number {
  if (quotes.has(unit)) return code.quote
  if (apostrophes.has(unit)) return code.apostrophe
  if (dashes.has(unit)) return code.comma
  if (unit === 0x2026) return code.dot
  if (unit === 0x3001 || unit === 0xff0c) return code.comma
  if (stops.has(unit)) return unit === code.dot || unit === code.exclamation ? unit : code.bar
  if (unit === code.newline || unit === 13 || unit === 0x2028 || unit === 0x2029) return code.newline
  if (blank.test(String.fromCharCode(unit))) return code.space
  if (unit === 58 || unit === 40 || unit === 41) return code.comma
  return unit < 128 ? unit : code.space
}

/** Enclosed and regional letters that compatibility folding leaves alone. */
function foldEnclosed(point: number): number | undefined {
  for (const base of [0x1f130, 0x1f150, 0x1f170, 0x1f1e6])
    if (point >= base && point < base + 26) return 97 + point - base
  return undefined
}

function foldPoint(point: number): readonly number[] {
  const enclosed = foldEnclosed(point)
  if (enclosed !== undefined) return [enclosed]
  if (isSurrogate(point)) return [code.space]
  const char = String.fromCodePoint(point)
  if (invisible.test(char) || (point >= 0xe0000 && point <= 0xe0fff)) return []
  if (point > 127 && foldPunctuation(point) !== code.space) return [foldPunctuation(point)]
  const out: number[] = []
  for (const part of char.normalize('NFKC').toLowerCase().normalize('NFD')) {
    if (mark.test(part)) continue
    const unit = part.charCodeAt(0)
    if (part === 'ß') out.push(115, 115)
    else if (part.length > 1) out.push(code.space)
    else if (letter.test(part)) out.push(homoglyphs.get(unit) ?? simplified.get(unit) ?? unit)
    else out.push(foldPunctuation(unit))
  }
  return out
}

function lookUp(point: number): readonly number[] {
  const known = cache.get(point)
  if (known !== undefined) return known
  const folded = foldPoint(point)
  if (folded.length === 1 && point <= 0xffff && !isSurrogate(point)) single[point] = folded[0] ?? 0
  else if (cache.size < cacheLimit) cache.set(point, folded)
  return folded
}

const isSurrogate = (point: number): boolean => point >= 0xd800 && point <= 0xdfff

const folded = new Tape()

/**
 * Compatibility form, lower case, no accents, no invisible characters, Latin for look-alikes. What is returned holds
 * until the next text is folded.
 */
export function fold(text: string): Tape {
  folded.clear()
  for (let at = 0; at < text.length;) {
    at = foldSingles(text, at)
    if (at === text.length) break
    const point = text.codePointAt(at) ?? 0
    const size = point > 0xffff ? 2 : 1
    for (const out of lookUp(point)) folded.put(out, at, at + size)
    at += size
  }
  folded.close()
  return folded
}

/** Folds characters as long as they fold to exactly one; says where that ends. */
function foldSingles(text: string, from: number): number {
  folded.reserve(text.length - from)
  const { codes, starts, ends } = folded
  let { length } = folded
  let at = from
  for (; at < text.length; at += 1) {
    const one = single[text.charCodeAt(at)] ?? 0
    if (one === 0) break
    codes[length] = one
    starts[length] = at
    ends[length] = at + 1
    length += 1
  }
  folded.length = length
  return at
}

export function isLatin(unit: number): boolean {
  return unit >= 97 && unit <= 122
}

export function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57
}

export function isHan(unit: number): boolean {
  return (unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0x3400 && unit <= 0x4dbf)
}

/** Latin letters, digits and letters of alphabets that the rules do not read. */
export function isWordUnit(unit: number): boolean {
  return isLatin(unit) || isDigit(unit) || (unit > 127 && !isHan(unit))
}

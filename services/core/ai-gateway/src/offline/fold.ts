/**
 * A folded view of a text, for matching: lower case, no diacritics, straight quotes, single spaces,
 * expanded English contractions. `at[i]` is the UTF-16 offset in the original of folded unit `i`;
 * `at[folded.length]` is the original's length.
 */
export interface FoldedText {
  readonly folded: string
  readonly at: readonly number[]
}

const PLAIN: Readonly<Record<string, string>> = {
  '\u2018': "'",
  '\u2019': "'",
  '\u02BC': "'",
  '\u00B4': "'",
  '`': "'",
  '\u201C': '"',
  '\u201D': '"',
  '\u201E': '"',
  '\u00AB': '"',
  '\u00BB': '"',
  '\u2026': '.',
  '\u2013': '-',
  '\u2014': ';',
  '\u00DF': 'ss',
  '\u1E9E': 'ss',
  '\u0153': 'oe',
  '\u0152': 'oe',
  '\u00E6': 'ae',
  '\u00C6': 'ae',
  '\u2028': '\n',
  '\u2029': '\n',
  '\r': '\n',
}
const DROPPED = /^[\p{M}\p{Cf}]$/u
const SPACE = /^\s$/u

function foldUnit(unit: string): string {
  const plain = PLAIN[unit]
  if (plain !== undefined) return plain
  if (DROPPED.test(unit)) return ''
  if (SPACE.test(unit)) return ' '
  const base = unit.normalize('NFD').slice(0, 1).toLowerCase()
  return base.length === 1 ? base : unit
}

const cache = new Map<string, string>()
function foldCached(unit: string): string {
  const known = cache.get(unit)
  if (known !== undefined) return known
  const folded = foldUnit(unit)
  if (cache.size < 4096) cache.set(unit, folded)
  return folded
}

function foldAscii(code: number): string {
  if (code >= 65 && code <= 90) return String.fromCharCode(code + 32)
  if (code === 13) return '\n'
  if (code === 96) return "'"
  return code === 9 || code === 11 || code === 12 ? ' ' : String.fromCharCode(code)
}

/** Folds characters, joins runs of blanks, and shortens letters repeated three times or more to one. */
function foldCharacters(text: string): { units: string[]; at: number[] } {
  const units: string[] = []
  const at: number[] = []
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    const folded = code < 128 ? foldAscii(code) : foldCached(text.charAt(i))
    for (const unit of folded) {
      const size = units.length
      if (unit === ' ' && units[size - 1] === ' ') continue
      if (unit >= 'a' && unit <= 'z' && unit === units[size - 1] && unit === units[size - 2]) {
        let next = i + 1
        while (next < text.length && text.charAt(next).toLowerCase() === unit) next++
        i = next - 1
        units.pop()
        at.pop()
        continue
      }
      units.push(unit)
      at.push(i)
    }
  }
  return { units, at }
}

/** Folds a text. `expand` gives the longer form of a word ("im" → "i am"), or undefined. */
export function fold(text: string, expand?: (word: string) => string | undefined): FoldedText {
  const { units, at } = foldCharacters(text)
  const plain = units.join('')
  if (expand === undefined) return { folded: plain, at: [...at, text.length] }
  const parts: string[] = []
  const where: number[] = []
  let last = 0
  for (const match of plain.matchAll(/[a-z]+(?:'[a-z]+)?/gu)) {
    const longer = expand(match[0])
    if (longer === undefined) continue
    const end = match.index + match[0].length
    parts.push(plain.slice(last, match.index), longer)
    for (let i = last; i < match.index; i++) where.push(at[i] ?? text.length)
    for (let i = 0; i < longer.length; i++) {
      where.push(at[match.index + Math.min(i, match[0].length - 1)] ?? text.length)
    }
    last = end
  }
  parts.push(plain.slice(last))
  for (let i = last; i < plain.length; i++) where.push(at[i] ?? text.length)
  where.push(text.length)
  return { folded: parts.join(''), at: where }
}

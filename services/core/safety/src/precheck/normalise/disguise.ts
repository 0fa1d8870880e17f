import { code, isDigit, isLatin } from './fold.ts'
import { textOf } from './tape.ts'

/** Words whose disguises are undone; letters are single because repeats are collapsed before the look-up. */
const critical = [
  'kil',
  'kiling',
  'kiled',
  'myself',
  'suicide',
  'suicidal',
  'suicid',
  'die',
  'dying',
  'death',
  'dead',
  'hang',
  'rape',
  'raped',
  'unalive',
  'overdose',
  'self',
  'harm',
  'cut',
  'cuting',
  'murder',
  'morir',
  'morirme',
  'matar',
  'matarme',
  'suicidio',
  'suicidarme',
  'mourir',
  'tuer',
  'suicider',
  'sterben',
  'umbringen',
  'selbstmord',
  'suizid',
  'morer',
  'suicidar',
  'morire',
  'uciderme',
  'uciderm',
  'sewerslide',
  'wrists',
  'pils',
  'end',
  'life',
  'live',
  'abuse',
  'abused',
]
const criticalWords = new Set(critical)

const leet = new Map<number, number>([
  [48, 111],
  [51, 101],
  [52, 97],
  [53, 115],
  [55, 116],
  [56, 98],
  [code.at, 97],
  [code.dollar, 115],
  [43, 116],
  [0x20ac, 101],
])

function isOneLike(unit: number): boolean {
  return unit === 49 || unit === code.exclamation || unit === code.bar
}

function spell(units: readonly number[]): number[] | null {
  const out: number[] = []
  for (let at = 0; at < units.length; at += 1) {
    const unit = units[at] ?? 0
    const before = out.at(-1)
    if (isLatin(unit)) out.push(unit)
    else if (isOneLike(unit)) out.push(before === 105 ? 108 : 105)
    else {
      const mapped = leet.get(unit)
      if (mapped === undefined) return null
      out.push(mapped)
    }
  }
  return out
}

function collapsed(units: readonly number[]): string {
  return textOf(units.filter((unit, at) => unit !== units[at - 1] || !isLatin(unit)))
}

/**
 * Undoes digits and signs that stand for letters ("su1c1de"). A word that starts with a digit is only
 * rewritten when a known word results, so that "500mg" and "2nd" stay what they are.
 */
export function undoLeet(units: readonly number[]): number[] | null {
  if (units.length > 40 || !units.some((unit) => isLatin(unit)) || units.every((unit) => isLatin(unit)))
    return null
  const spelled = spell(units)
  if (spelled === null) return null
  const startsWithLetter = isLatin(units[0] ?? 0)
  return startsWithLetter || criticalWords.has(collapsed(spelled)) ? spelled : null
}

/** Words that may be masked, by their length. */
const masked = Map.groupBy(['kill', 'killing', 'cutting', 'pills', ...critical], ({ length }) => length)

/** "k*ll", "su*c*de", "m*rder": the star stands for exactly one letter. */
export function undoMask(units: readonly number[]): number[] | null {
  if (units.length > 16 || units.length < 3 || !units.includes(code.star)) return null
  const text = textOf(units)
  const stripped = text.replaceAll(/^\*+|\*+$/g, '')
  if (!stripped.includes('*') || !/^[a-z*]+$/.test(stripped)) return null
  const word = masked.get(stripped.length)?.find((one) => isMaskOf(stripped, one))
  return word === undefined ? null : [...word].map((char) => char.charCodeAt(0))
}

function isMaskOf(mask: string, word: string): boolean {
  for (let at = 0; at < word.length; at += 1) if (mask[at] !== '*' && mask[at] !== word[at]) return false
  return true
}

export function isCritical(units: readonly number[]): boolean {
  return criticalWords.has(collapsed(units))
}

const pieces = (
  'i im want wanna gonna wana gona going to die kill killing kil kiling myself my self end life it all tonight suicide suicidal commit dead be hate ' +
  'cut hurt harm just really so again no more dont live unalive should wish was ' +
  'quiero morir morirme matarme me yo no vivir je veux mourir me tuer ich will sterben mich umbringen nicht mehr leben ' +
  'quero morer me matar voglio morire uccidermi'
).split(' ')
const piecesByLetter = Map.groupBy(new Set(pieces), (piece) => piece.charCodeAt(0))
const risky = /die|kil|suicid|dead|morir|matar|mourir|tuer|sterben|umbring|morer|ucider|unalive|myself/

/** Takes "iwanttodie" apart into the words it is made of; lengths of the words, or null. */
export function takeApart(word: string): number[] | null {
  if (!risky.test(word) || criticalWords.has(word)) return null
  // The longest piece that ends at each place where a row of pieces can end.
  const back = new Uint8Array(word.length + 1)
  for (let at = 0; at < word.length; at += 1) {
    if (at > 0 && back[at] === 0) continue
    for (const piece of piecesByLetter.get(word.charCodeAt(at)) ?? []) {
      const end = at + piece.length
      // The last letters differ more often than the first.
      if (word.charCodeAt(end - 1) !== piece.charCodeAt(piece.length - 1)) continue
      if (word.startsWith(piece, at)) back[end] = Math.max(back[end] ?? 0, piece.length)
    }
  }
  const sizes: number[] = []
  for (let end = word.length; end > 0;) {
    const size = back[end] ?? 0
    if (size === 0) return null
    sizes.unshift(size)
    end -= size
  }
  return sizes.length > 1 ? sizes : null
}

export function isLeetSign(unit: number): boolean {
  return (
    isDigit(unit) ||
    unit === code.at ||
    unit === code.dollar ||
    unit === code.exclamation ||
    unit === code.star
  )
}

import { code, isDigit, isLatin } from './fold.ts'
import type { Tape } from './tape.ts'
import { Tree } from './tree.ts'
import type { Units } from './tree.ts'

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
const criticalTree = new Tree(critical)

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

/** The longest word whose disguise is undone. */
const longest = 40
const spelled = new Uint16Array(longest)

/** Leaves a word in `spelled` with letters for digits and signs; says whether all of them stand for letters. */
function spell(units: Units, length: number): boolean {
  for (let at = 0; at < length; at += 1) {
    const unit = units[at] ?? 0
    let letter = unit
    if (isOneLike(unit)) letter = at > 0 && spelled[at - 1] === 105 ? 108 : 105
    else if (!isLatin(unit)) letter = leet.get(unit) ?? 0
    if (letter === 0) return false
    spelled[at] = letter
  }
  return true
}

/**
 * Undoes digits and signs that stand for letters ("su1c1de"). A word that starts with a digit is only
 * rewritten when a known word results, so that "500mg" and "2nd" stay what they are.
 */
export function undoLeet({ codes, length }: Tape): boolean {
  if (length > longest) return false
  let letters = 0
  for (let at = 0; at < length; at += 1) if (isLatin(codes[at] ?? 0)) letters += 1
  if (letters === 0 || letters === length || !spell(codes, length)) return false
  if (!isLatin(codes[0] ?? 0) && !isCritical(spelled, 0, length)) return false
  for (let at = 0; at < length; at += 1) codes[at] = spelled[at] ?? 0
  return true
}

/** Words that may be masked, by their length. */
const masked = Map.groupBy(['kill', 'killing', 'cutting', 'pills', ...critical], ({ length }) => length)

/** "k*ll", "su*c*de", "m*rder": the star stands for exactly one letter. */
export function undoMask(tape: Tape): boolean {
  const { codes, length } = tape
  if (length > 16 || length < 3 || !hasStar(codes, length)) return false
  const stripped = tape.slice(0, length).replaceAll(/^\*+|\*+$/g, '')
  if (!stripped.includes('*') || !/^[a-z*]+$/.test(stripped)) return false
  const word = masked.get(stripped.length)?.find((one) => isMaskOf(stripped, one))
  if (word === undefined) return false
  for (let at = 0; at < word.length; at += 1) codes[at] = word.charCodeAt(at)
  tape.length = word.length
  return true
}

function hasStar(units: Units, length: number): boolean {
  for (let at = 0; at < length; at += 1) if (units[at] === code.star) return true
  return false
}

function isMaskOf(mask: string, word: string): boolean {
  for (let at = 0; at < word.length; at += 1) if (mask[at] !== '*' && mask[at] !== word[at]) return false
  return true
}

/** Whether letters make a critical word when each is taken once. */
export function isCritical(units: Units, from: number, to: number): boolean {
  return criticalTree.hasCollapsed(units, from, to)
}

const pieces = (
  'i im want wanna gonna wana gona going to die kill killing kil kiling myself my self end life it all tonight suicide suicidal commit dead be hate ' +
  'cut hurt harm just really so again no more dont live unalive should wish was ' +
  'quiero morir morirme matarme me yo no vivir je veux mourir me tuer ich will sterben mich umbringen nicht mehr leben ' +
  'quero morer me matar voglio morire uccidermi'
).split(' ')
const pieceTree = new Tree(pieces)
const risky = new Tree(
  'die kil suicid dead morir matar mourir tuer sterben umbring morer ucider unalive myself'.split(' '),
)

/** The longest piece that ends at each place where a row of pieces can end. */
const back = new Uint8Array(longest + 1)

/** Takes "iwanttodie" apart into the words it is made of; lengths of the words, or null. */
export function takeApart(units: Units, from: number, to: number): number[] | null {
  const length = to - from
  if (length < 7 || length > longest || !isMadeOfPieces(units, from, length)) return null
  if (!risky.standsIn(units, from, to) || criticalTree.has(units, from, to)) return null
  const sizes: number[] = []
  for (let end = length; end > 0; end -= sizes[0] ?? end) sizes.unshift(back[end] ?? 0)
  return sizes.length > 1 ? sizes : null
}

/** Whether a row of pieces fills a word; leaves their lengths in `back`. */
function isMadeOfPieces(units: Units, from: number, length: number): boolean {
  back.fill(0, 0, length + 1)
  let furthest = 0
  for (let at = 0; at <= furthest && at < length; at += 1) {
    if (at > 0 && back[at] === 0) continue
    let node = 0
    for (let end = at + 1; end <= length; end += 1) {
      node = pieceTree.next(node, units[from + end - 1] ?? 0)
      if (node === 0) break
      if (!pieceTree.isWord(node)) continue
      furthest = Math.max(furthest, end)
      back[end] = Math.max(back[end] ?? 0, end - at)
    }
  }
  return furthest === length
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

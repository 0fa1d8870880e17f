const prefix = 'CODITECT'
/** Crockford's: no I, L, O, U. A symbol is the element of GF(32) with its place in here. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const randomSymbols = 19
const groups = 5
const groupLength = 4

/** What people read for a symbol that is not in the alphabet. */
const lookAlikes: Readonly<Record<string, string>> = { I: '1', L: '1', O: '0' }

/**
 * Makes a key from 19 random bytes, five bits of each: 95 bits, none likelier than another. The last symbol is the
 * check symbol.
 */
export function generateLicenseKey(randomBytes: (count: number) => Uint8Array): string {
  const bytes = randomBytes(randomSymbols)
  if (bytes.length !== randomSymbols) throw new RangeError(`A key needs ${randomSymbols} random bytes.`)
  const symbols = Array.from(bytes, (byte) => byte & 31)
  return written([...symbols, checkSymbolOf(symbols)].map((symbol) => alphabet.charAt(symbol)).join(''))
}

/**
 * The one way to write the key that somebody typed or pasted: upper case, look-alikes read as what they look like,
 * spaces and hyphens wherever they were. Null when it is no key or its check symbol is wrong.
 */
export function normalizeLicenseKey(text: string): string | null {
  if (text.length > 200) return null
  const typed = text.toUpperCase().replaceAll(/[\s\u2010-\u2015-]/g, '')
  if (!typed.startsWith(prefix)) return null
  const body = typed.slice(prefix.length).replaceAll(/[ILO]/g, (letter) => lookAlikes[letter] ?? letter)
  if (body.length !== randomSymbols + 1) return null
  const symbols = Array.from(body, (letter) => alphabet.indexOf(letter))
  const isRight = !symbols.includes(-1) && checkSymbolOf(symbols.slice(0, -1)) === symbols.at(-1)
  return isRight ? written(body) : null
}

export const isLicenseKey = (text: string): boolean => normalizeLicenseKey(text) !== null

/** What may be shown and searched for: the first group of a key in its normal form. */
export const licenseKeyPrefix = (key: string): string => key.slice(0, prefix.length + 1 + groupLength)

/** A key as lists, mails and logs show it. */
export const licenseKeyDisplay = (key: string): string =>
  [licenseKeyPrefix(key), ...Array.from({ length: groups - 1 }, () => '****')].join('-')

const written = (body: string): string =>
  [prefix, ...(body.match(new RegExp(`.{${groupLength}}`, 'g')) ?? [])].join('-')

/**
 * The symbol that makes the weighted sum of all twenty zero, where the weight of a place is a power of x of its own
 * (x has order 31). Another symbol in one place, or two different neighbours exchanged, changes the sum.
 */
const checkSymbolOf = (symbols: readonly number[]): number =>
  symbols.reduce((sum, symbol) => timesX(sum ^ symbol), 0)

/** Multiplication by x in GF(2)[x] modulo x⁵ + x² + 1, which is primitive. */
const timesX = (value: number): number => ((value << 1) ^ (value & 16 ? 0b100101 : 0)) & 31

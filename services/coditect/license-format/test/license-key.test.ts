import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import {
  generateLicenseKey,
  isLicenseKey,
  licenseKeyDisplay,
  licenseKeyPrefix,
  normalizeLicenseKey,
} from '../src/index.ts'

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const mark = 'CODITECT'.length
const placesOf = (key: string): number[] =>
  [...key].flatMap((character, index) => (index > mark && character !== '-' ? [index] : []))
const withSymbol = (key: string, place: number, symbol: string): string =>
  key.slice(0, place) + symbol + key.slice(place + 1)

describe('a licence key', () => {
  it('has its shape, and 95 random bits in symbols that are all as likely', () => {
    const counts = new Map<string, number>()
    const keys = Array.from({ length: 2_000 }, () => generateLicenseKey(randomBytes))
    for (const key of keys) {
      expect(key).toMatch(/^CODITECT(-[0-9A-HJKMNP-TV-Z]{4}){5}$/)
      for (const place of placesOf(key))
        counts.set(key.charAt(place), (counts.get(key.charAt(place)) ?? 0) + 1)
    }
    expect(new Set(keys).size).toBe(keys.length)
    const expectedCount = (keys.length * 20) / 32
    const squares = [...alphabet].map((symbol) => ((counts.get(symbol) ?? 0) - expectedCount) ** 2)
    // Chi-square with 31 degrees of freedom stays below this in all but one of ten million runs.
    expect(squares.reduce((sum, square) => sum + square / expectedCount, 0)).toBeLessThan(95)
  })

  it('refuses a source of too few random bytes', () => {
    expect(() => generateLicenseKey(() => new Uint8Array(18))).toThrow(RangeError)
  })

  it('is refused with any one symbol replaced and any two neighbours exchanged: 1,000 keys, every change', () => {
    const accepted: string[] = []
    for (let made = 0; made < 1_000; made += 1) {
      const key = generateLicenseKey(randomBytes)
      const places = placesOf(key)
      for (const place of places)
        for (const symbol of alphabet) {
          const changed = withSymbol(key, place, symbol)
          if (changed !== key && isLicenseKey(changed)) accepted.push(changed)
        }
      for (const [index, place] of places.slice(0, -1).entries()) {
        const next = places[index + 1] ?? 0
        const swapped = withSymbol(withSymbol(key, place, key.charAt(next)), next, key.charAt(place))
        if (swapped !== key && isLicenseKey(swapped)) accepted.push(swapped)
      }
    }
    expect(accepted).toEqual([])
  })

  it('is read as people type it', () => {
    const key = generateLicenseKey(() => Uint8Array.from({ length: 19 }, (_value, index) => index % 2))
    expect(key).toContain('-0101-')
    const typed = [
      key.toLowerCase(),
      ` ${key.replaceAll('-', ' ')}\n`,
      key.replaceAll('-', ''),
      key.replaceAll('-', '–'),
      key.replaceAll('-0101-', '-oIOl-'),
    ]
    for (const text of typed) expect(normalizeLicenseKey(text)).toBe(key)
  })

  it.each(['', 'CODITECT', 'CODITECT-2026-AAAA-BBBB', 'U'.repeat(28), 'x'.repeat(10_000)])(
    'is not %j',
    (text) => expect(normalizeLicenseKey(text)).toBeNull(),
  )

  it('needs its prefix, and no symbol more or less', () => {
    const key = generateLicenseKey(randomBytes)
    for (const text of [key.slice(9), key.slice(0, -1), `${key}0`, key.replace('CODITECT', 'CODITECR')])
      expect(isLicenseKey(text)).toBe(false)
  })

  it('shows no more than its first group', () => {
    const key = generateLicenseKey(randomBytes)
    expect(licenseKeyPrefix(key)).toBe(key.slice(0, 13))
    expect(licenseKeyDisplay(key)).toBe(`${key.slice(0, 13)}-****-****-****-****`)
  })
})

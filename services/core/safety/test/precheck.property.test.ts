import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { checkGenerated, precheck } from '../src/precheck/index.ts'
import { neutral, readTraps } from './traps.ts'

const firing = readTraps('tuned').filter(
  (trap) => trap.fires && trap.previous === undefined && trap.text.length < 400,
)
const latin = firing.filter((trap) => trap.language !== 'zh' && trap.file !== 'obfuscation')
const core = [
  'I want to die',
  'I am going to kill myself',
  'I keep thinking about suicide',
  'quiero morir',
  'je veux mourir',
  'ich will sterben',
  'quero morrer',
  'voglio morire',
]
const neutralSentences = neutral.split('. ').filter((sentence) => sentence !== '')

function fires(text: string): boolean {
  return precheck(text).verdict !== 'clear'
}

const lookAlikes: Readonly<Record<string, string>> = {
  a: 'а',
  e: 'е',
  i: 'і',
  o: 'о',
  p: 'р',
  c: 'с',
  y: 'у',
  s: 'ѕ',
}
const leet: Readonly<Record<string, string>> = { i: '1', e: '3', o: '0', a: '4' }

function replaceInWords(text: string, table: Readonly<Record<string, string>>): string {
  return text.replaceAll(/(?<=\p{L})[a-z](?=\p{L})/gu, (char) => table[char] ?? char)
}

describe('disguises of sentences that must fire', () => {
  it.each(latin)('$id fires with zero-width characters, look-alikes, full width and capitals', ({ text }) => {
    expect(fires([...text].join('\u200B'))).toBe(true)
    expect(fires([...text].join('\u00AD'))).toBe(true)
    expect(fires(text.replaceAll(/[aeiopcys]/g, (char) => lookAlikes[char] ?? char))).toBe(true)
    expect(
      fires(text.replaceAll(/[!-~]/g, (char) => String.fromCodePoint((char.codePointAt(0) ?? 0) + 0xfee0))),
    ).toBe(true)
    expect(fires(text.toUpperCase())).toBe(true)
  })

  it.each(core)('"%s" fires spelled out, in leet, stretched', (text) => {
    const spelled = text
      .split(' ')
      .map((word) => [...word].join(' '))
      .join('   ')
    expect(fires(spelled)).toBe(true)
    expect(fires(replaceInWords(text, leet))).toBe(true)
    expect(fires(text.replaceAll(/[aeiou]/g, '$&$&$&$&'))).toBe(true)
  })

  it('an invisible character anywhere hides nothing', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...firing),
        fc.nat(),
        fc.constantFrom('\u200B', '\u200D', '\u2060', '\u00AD', '\uFEFF'),
        (trap, at, char) => {
          const characters = [...trap.text]
          const place = at % (characters.length + 1)
          expect(fires(characters.toSpliced(place, 0, char).join(''))).toBe(true)
        },
      ),
      { numRuns: 400 },
    )
  })
})

describe('place', () => {
  it('a sentence that must fire does so anywhere in a long neutral text', () => {
    fc.assert(
      fc.property(fc.constantFrom(...firing), fc.nat(60), fc.nat(60), (trap, before, after) => {
        const some = (count: number): string =>
          Array.from(
            { length: count },
            (_none, index) => neutralSentences[index % neutralSentences.length] ?? '',
          ).join('. ')
        expect(fires(`${some(before)}.\n\n${trap.text}\n\n${some(after)}.`)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  it('neutral text stays clear at any length', () => {
    expect(fires(neutral.repeat(100))).toBe(false)
  })
})

describe('any input', () => {
  it('never throws and keeps spans in bounds', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc
        .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 300 })
        .map((units) => String.fromCharCode(...units)),
      fc
        .array(
          fc.constantFrom(
            'die',
            'kill',
            'myself',
            ' ',
            '.',
            '“',
            '不',
            '想',
            '死',
            '*',
            '1',
            'want',
            '\uD83D',
            'to',
            '\n',
            'not',
            'i',
          ),
          { maxLength: 200 },
        )
        .map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(anything, anything, (text, previous) => {
        for (const { start, end } of precheck(text, { previous }).spans) {
          expect(start).toBeGreaterThanOrEqual(0)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
        }
        checkGenerated(text)
      }),
      { numRuns: 500 },
    )
  })

  it.each([
    ['letters', 'ab'.repeat(500_000)],
    ['blanks', ' '.repeat(1_000_000)],
    ['lone surrogates', '\uD800'.repeat(1_000_000)],
    ['quotes', '"“'.repeat(500_000)],
    ['words', 'i want to not '.repeat(70_000)],
    ['single letters', 'i '.repeat(500_000)],
    ['characters', '我想'.repeat(500_000)],
  ])('a megabyte of %s is read in linear time', (_name, text) => {
    const small = text.slice(0, text.length / 8)
    // Processor time, and the better of two: what else the machine does must not decide.
    const once = (input: string): number => {
      const from = process.cpuUsage()
      precheck(input)
      const { user, system } = process.cpuUsage(from)
      return (user + system) / 1000
    }
    const time = (input: string): number => Math.min(once(input), once(input))
    once(small)
    const short = Math.max(20, time(small))
    expect(time(text)).toBeLessThan(short * 8 * 6)
  })

  it('is deterministic', () => {
    for (const { text } of firing) expect(precheck(text)).toEqual(precheck(text))
  })
})

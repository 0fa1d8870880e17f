import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { locateQuotes } from './locate-quotes.ts'

const found = (text: string, ...quotes: string[]) =>
  locateQuotes(
    text,
    quotes.map((quote) => ({ quote })),
  ).map(({ start, end }) => text.slice(start, end))

describe('quotes in a text', () => {
  it.for([
    ['plain', 'I always fail. Then I slept.', ['I always fail'], ['I always fail']],
    [
      'the second of two equal ones takes the next place',
      'I fail. I fail.',
      ['I fail', 'I fail'],
      ['I fail', 'I fail'],
    ],
    ['one quote more than there are places is dropped', 'I fail.', ['I fail', 'I fail'], ['I fail']],
    ['after emoji', '😀👩‍👩‍👧 I always fail', ['I always fail'], ['I always fail']],
    ['with emoji inside', 'So I 😭 always fail', ['I 😭 always fail'], ['I 😭 always fail']],
    [
      'composed, where the text is decomposed',
      'Ich hasse dieses Cafe\u0301 immer',
      ['Caf\u00e9 immer'],
      ['Cafe\u0301 immer'],
    ],
    [
      'decomposed, where the text is composed',
      'das Caf\u00e9 immer',
      ['Cafe\u0301 immer'],
      ['Caf\u00e9 immer'],
    ],
    [
      'other quotation marks and apostrophes',
      'She said I’m “useless” again',
      ['I\'m "useless" again'],
      ['I’m “useless” again'],
    ],
    ['other white space', 'I\n  always   fail', ['I always fail'], ['I\n  always   fail']],
    ['other case', 'NOBODY likes me', ['nobody likes me'], ['NOBODY likes me']],
    ['in quotation marks of the model’s own', 'I always fail', ['"I always fail"'], ['I always fail']],
    ['never inside a grapheme', 'an e\u0301tude', ['an e'], []],
    ['what is not there is dropped', 'I slept well', ['I always fail'], []],
    [
      'overlaps are dropped',
      'I always fail at work',
      ['I always fail', 'always fail at work'],
      ['I always fail'],
    ],
    ['in reading order', 'First this. Then that.', ['Then that', 'First this'], ['First this', 'Then that']],
  ] as const)('%s', ([, text, quotes, expected]) => {
    expect(found(text, ...quotes)).toEqual(expected)
  })

  it('gives offsets whose substring begins and ends on characters, for any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 80 }),
        fc.nat(),
        fc.nat(),
        (text, from, length) => {
          const graphemes = [...new Intl.Segmenter('und').segment(text)].map(({ segment }) => segment)
          const quote = graphemes
            .slice(from % (graphemes.length + 1))
            .slice(0, 1 + (length % 20))
            .join('')
          for (const { start, end } of locateQuotes(text, [{ quote }])) {
            expect(start).toBeLessThan(end)
            expect(text.slice(start, end).isWellFormed()).toBe(text.isWellFormed())
          }
        },
      ),
    )
  })
})

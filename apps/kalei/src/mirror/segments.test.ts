import fc from 'fast-check'
import type { Fragment } from '../api/wire.ts'
import { segmentsOf } from './segments.ts'

function fragment(content: string, words: string, confidence = 0.9): Fragment {
  const start = content.indexOf(words)
  return { id: words, type: 'labeling', start, end: start + words.length, text: words, confidence }
}

const texts = (content: string, fragments: Fragment[]): string[] =>
  segmentsOf(content, fragments).map(({ text, fragment: found }) => (found ? `[${text}]` : text))

test('cuts the message at its fragments, in order', () => {
  const content = 'I always fail. She thinks so too.'
  const found = [fragment(content, 'She thinks so'), fragment(content, 'always fail')]
  expect(texts(content, found)).toEqual(['I ', '[always fail]', '. ', '[She thinks so]', ' too.'])
})

test('counts UTF-16, so that emoji before a fragment do not move it', () => {
  const content = '😮‍💨👩🏽‍🚀 I ruin everything 🫠'
  expect(texts(content, [fragment(content, 'I ruin everything')])).toEqual([
    '😮‍💨👩🏽‍🚀 ',
    '[I ruin everything]',
    ' 🫠',
  ])
})

test('a fragment that ends inside a character takes the whole character', () => {
  const content = 'nai\u0308ve 👩🏽‍🚀 me'
  const inAccent: Fragment = { id: 'a', type: 'labeling', start: 0, end: 3, text: 'nai', confidence: 1 }
  const inEmoji: Fragment = {
    id: 'b',
    type: 'labeling',
    start: 7,
    end: 9,
    text: content.slice(7, 9),
    confidence: 1,
  }
  expect(texts(content, [inAccent, inEmoji])).toEqual(['[nai\u0308]', 've ', '[👩🏽‍🚀]', ' me'])
})

test('of two that overlap the surer one stays', () => {
  const content = 'everyone thinks I am a fraud'
  const found = [fragment(content, 'everyone thinks I am', 0.6), fragment(content, 'I am a fraud', 0.8)]
  expect(texts(content, found)).toEqual(['everyone thinks ', '[I am a fraud]'])
})

test('a fragment whose words are not where it says is left out', () => {
  const wrong: Fragment = { id: 'x', type: 'labeling', start: 2, end: 6, text: 'else', confidence: 1 }
  expect(texts('not here', [wrong])).toEqual(['not here'])
})

test('whatever the offsets, the pieces joined are the message', () => {
  const offsets = fc.record({
    start: fc.integer({ min: -3, max: 60 }),
    end: fc.integer({ min: -3, max: 60 }),
  })
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.array(offsets, { maxLength: 6 }),
      (content, spans) => {
        const found = spans.map(({ start, end }, index): Fragment => ({
          id: String(index),
          type: 'labeling',
          start,
          end,
          text: content.slice(Math.max(0, start), Math.max(0, end)),
          confidence: index / 10,
        }))
        expect(
          segmentsOf(content, found)
            .map(({ text }) => text)
            .join(''),
        ).toBe(content)
      },
    ),
  )
})

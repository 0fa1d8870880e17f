import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { corpus } from '../../bench/offline/corpus.ts'
import { detectFragments } from './detect.ts'

const distorted = corpus.filter((entry) => entry.spans.length > 0).map((entry) => entry.text)
const odd = fc.constantFrom(
  '👩‍👩‍👧',
  '🏳️‍🌈',
  '👍🏽',
  '🇵🇹',
  'e\u0301',
  'a\u0323\u0302',
  '\u{1F9D1}\u200D',
  '\uD83D',
  '\uDE00',
  '\u200B',
  '\u00AD',

  '\u0600',
  '각',
  'क्षि',
  '\r\n',
  '\u2028',
  '“',
  '’',
  '…',
  '\u202E',
  'ﬁ',
  'ß',
  'İ',
  '1️⃣',
  '\u0D4E',
  '\uFEFF',
  '\u0301',
)
/** Distorted sentences with arbitrary and awkward text before, inside and after. */
const texts = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...distorted) },
      { weight: 2, arbitrary: odd },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
      { weight: 1, arbitrary: fc.constantFrom(' ', '. ', ', ', '\n', '-') },
    ),
    { maxLength: 10 },
  )
  .map((parts) => parts.join(''))

/** The same with an awkward character pushed into the middle of a sentence. */
const pierced = fc
  .tuple(fc.constantFrom(...distorted), fc.nat(), odd)
  .map(([text, at, unit]) => `${text.slice(0, at % text.length)}${unit}${text.slice(at % text.length)}`)

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

describe('offsets', () => {
  it('slice to the fragment, stay inside, keep order and never overlap, for any text', () => {
    fc.assert(
      fc.property(fc.oneof(texts, pierced), (text) => {
        let last = 0
        for (const { start, end, text: words, confidence } of detectFragments(text).fragments) {
          expect(text.slice(start, end)).toBe(words)
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
          expect(confidence).toBeGreaterThan(0)
          expect(confidence).toBeLessThanOrEqual(1)
          last = end
        }
      }),
      { numRuns: 3000 },
    )
  })

  it('never cut a grapheme', () => {
    fc.assert(
      fc.property(fc.oneof(texts, pierced), (text) => {
        const { fragments } = detectFragments(text)
        const borders = new Set([...graphemes.segment(text)].map((segment) => segment.index)).add(text.length)
        for (const { start, end } of fragments) {
          expect(borders.has(start), `start ${start} of ${JSON.stringify(text)}`).toBe(true)
          expect(borders.has(end), `end ${end} of ${JSON.stringify(text)}`).toBe(true)
        }
      }),
      { numRuns: 3000 },
    )
  })

  it('never throws on arbitrary code units', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => void detectFragments(text)),
    )
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 200 }), (units) => {
        detectFragments(String.fromCharCode(...units))
      }),
    )
  })

  it('are the same every time', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(detectFragments(text)).toEqual(detectFragments(text))
      }),
    )
  })

  it('hold with emoji before, zero-width characters inside and marks after', () => {
    const text = '👩‍👩‍👧 So: I’m such an id\u200Biot\u0301 😭. Lunch was fine.'
    const [fragment] = detectFragments(text).fragments
    expect(fragment?.text).toBe('I’m such an id\u200Biot\u0301')
    expect(fragment?.type).toBe('labeling')
  })
})

describe('whose words', () => {
  const quiet = [
    'He said I always ruin everything.',
    'I used to think I was a failure.',
    'I’m not an idiot.',
    '“Nobody loves me” is what the song says.',
    'My therapist asked what I would say to a friend who feels like a failure.',
    'I should call the dentist tomorrow.',
    'I miss my grandmother.',
    '',
  ]
  it.each(quiet)('says nothing about %j', (text) => expect(detectFragments(text).fragments).toEqual([]))

  it('hears a thought that the writer puts in quotation marks', () => {
    const [fragment] = detectFragments('I keep thinking "I am a failure" all day.').fragments
    expect(fragment?.type).toBe('labeling')
  })

  it('marks the clause and not the entry', () => {
    const { fragments } = detectFragments(
      'Slept well. I forgot the milk, and everyone thinks I am useless. Tea now.',
    )
    expect(fragments.map((one) => one.text)).toEqual(['everyone thinks I am useless'])
  })
})

describe('language', () => {
  it.each([
    ['es', 'Soy un inútil, siempre me equivoco en todo.'],
    ['fr', 'Je suis nulle et je rate toujours tout.'],
    ['de', 'Ich bin so ein Versager und niemand mag mich.'],
    ['pt', 'A minha vida está arruinada e a culpa é toda minha.'],
    ['it', 'È tutta colpa mia, sono un fallito.'],
  ])('%s is told apart and heard', (language, text) => {
    const detection = detectFragments(text)
    expect(detection.language).toBe(language)
    expect(detection.fragments.length).toBeGreaterThan(0)
  })
})

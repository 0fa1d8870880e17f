import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fitFragments } from './fit-fragments.ts'

const piece = fc.constantFrom('a', ' ', 'always', '🥲', '👩‍👩‍👧', 'e\u0301', 'z\u0335\u0336', '🇩🇪', '永', '\r\n')
const content = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''))

it('keeps only whole characters of the person’s own words, in order, none twice', () => {
  const offset = fc.nat({ max: 60 })
  const found = fc.array(fc.tuple(offset, offset, fc.boolean()), { maxLength: 12 })
  fc.assert(
    fc.property(content, found, (written, ranges) => {
      const fragments = ranges.map(([start, end, isTrue]) => ({
        start,
        end,
        text: isTrue ? written.slice(start, end) : 'never written',
      }))
      const { fitting, dropped } = fitFragments(written, fragments)
      expect(fitting.length + dropped).toBe(fragments.length)
      const whole = [...new Intl.Segmenter().segment(written)].map(({ index }) => index)
      const boundaries = new Set([...whole, written.length])
      let reached = 0
      for (const { start, end, text } of fitting) {
        expect(written.slice(start, end)).toBe(text)
        expect(start).toBeGreaterThanOrEqual(reached)
        expect([boundaries.has(start), boundaries.has(end), end > start]).toEqual([true, true, true])
        reached = end
      }
    }),
  )
})

it('keeps what fits exactly', () => {
  const written = '🫠 I always ruin e\u0301verything'
  const fragment = { start: 3, end: written.length, text: written.slice(3) }
  expect(fitFragments(written, [fragment])).toEqual({ fitting: [fragment], dropped: 0 })
})

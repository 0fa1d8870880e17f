import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { bagOfWords, bestEagerness } from '../../bench/offline/baseline.ts'
import { bins, outcomes } from '../../bench/offline/calibrate.ts'
import { corpus } from '../../bench/offline/corpus.ts'
import { languageCorpus } from '../../bench/offline/corpus-languages.ts'
import { measure } from '../../bench/offline/measure.ts'
import { detectFragments } from './detect.ts'
import { FRAGMENT_TYPES } from './taxonomy.ts'

const part = (name: string) => corpus.filter((entry) => entry.part === name)
const find = (text: string) => detectFragments(text).fragments

describe('the corpus', () => {
  it('is large enough to speak from', () => {
    const spans = corpus.flatMap((entry) => entry.spans)
    expect(spans.length).toBeGreaterThanOrEqual(400)
    expect(corpus.filter((entry) => entry.spans.length === 0).length).toBeGreaterThanOrEqual(250)
    for (const type of FRAGMENT_TYPES)
      expect(spans.filter((span) => span.type === type).length).toBeGreaterThanOrEqual(25)
  })
})

describe('held-out texts', () => {
  const scores = measure(part('held-out'), find)

  it('are found with the right type', () => {
    expect(scores.precision).toBeGreaterThan(0.82)
    expect(scores.recall).toBeGreaterThan(0.82)
    expect(scores.typeAccuracy).toBeGreaterThan(0.93)
  })

  it('without a distortion stay quiet', () => expect(scores.quiet).toBeGreaterThan(0.92))

  it('are read better than by a bag of words that speaks up: span, type and quiet', () => {
    const eagerness = bestEagerness(part('tuned'), part('calibration'))
    const eager = measure(part('held-out'), bagOfWords([...part('tuned'), ...part('calibration')], eagerness))
    expect(scores.f1).toBeGreaterThan(eager.f1 + 0.3)
    expect(scores.spanRecall).toBeGreaterThan(eager.spanRecall)
    expect(scores.typeAccuracy).toBeGreaterThan(eager.typeAccuracy)
    expect(scores.quiet).toBeGreaterThan(eager.quiet)
  })

  it('are read better than by a plain bag of words, in span, type and on the whole', () => {
    const baseline = measure(part('held-out'), bagOfWords([...part('tuned'), ...part('calibration')]))
    expect(scores.f1).toBeGreaterThan(baseline.f1 + 0.3)
    expect(scores.spanRecall).toBeGreaterThan(baseline.spanRecall)
    expect(scores.typeAccuracy).toBeGreaterThan(baseline.typeAccuracy)
  })

  it('bear out the confidence, within 0.12 in every bin of 15 findings or more', () => {
    for (const bin of bins(outcomes(part('held-out')), [0, 0.8, 0.88, 1])) {
      if (bin.count >= 15) expect(Math.abs(bin.said - bin.right), JSON.stringify(bin)).toBeLessThan(0.12)
    }
  })
})

describe('voices the rules were never shown', () => {
  const scores = measure(part('unseen'), find)

  it('are read better than by a bag of words, and mostly left in peace', () => {
    const baseline = measure(part('unseen'), bagOfWords([...part('tuned'), ...part('calibration')]))
    expect(scores.f1).toBeGreaterThan(baseline.f1 + 0.1)
    expect(scores.quiet).toBeGreaterThanOrEqual(0.85)
  })
})

describe('voices of the later writings', () => {
  const eagerness = bestEagerness(part('tuned'), part('calibration'))
  const eager = bagOfWords([...part('tuned'), ...part('calibration')], eagerness)

  it.each(['open', 'sealed'])('%s: better than a bag of words that speaks up, and quiet', (name) => {
    const scores = measure(part(name), find)
    expect(scores.f1).toBeGreaterThan(measure(part(name), eager).f1 + 0.2)
    expect(scores.precision).toBeGreaterThan(0.65)
    expect(scores.quiet).toBeGreaterThanOrEqual(0.9)
  })

  it('the last, never used: what is marked is mostly right, and nothing undistorted is', () => {
    const scores = measure(part('final'), find)
    expect(scores.precision).toBeGreaterThan(measure(part('final'), eager).precision + 0.3)
    expect(scores.f1).toBeGreaterThan(measure(part('final'), bagOfWords(part('tuned'))).f1)
    expect(scores.quiet).toBeGreaterThanOrEqual(0.9)
  })
})

describe('other languages', () => {
  it.each(Object.entries(languageCorpus))('%s: the basics hold', (_, entries) => {
    const scores = measure(entries, find)
    expect(scores.recall).toBeGreaterThanOrEqual(0.5)
    expect(scores.quiet).toBeGreaterThan(0.8)
  })
})

describe('speed', () => {
  it('reads 20,000 characters in under 20 ms in 99 of 100 cases', () => {
    // In a process of its own: measuring coverage slows down what it counts.
    const script = join(import.meta.dirname, '../../bench/offline/speed.ts')
    expect(Number(execFileSync(process.execPath, [script], { encoding: 'utf8' }))).toBeLessThan(20)
  })

  it('grows in step with the text, whatever it is made of', () => {
    for (const piece of [
      'if i can not ',
      'i always ',
      '" ',
      "i'm",
      'all i can see\n',
      'everyone and they while ',
      '.',
      'e\u0301',
    ]) {
      const time = (size: number) => {
        const text = piece.repeat(Math.ceil(size / piece.length))
        const start = process.cpuUsage()
        detectFragments(text)
        return process.cpuUsage(start).user / 1000
      }
      time(20_000)
      expect(time(200_000), piece).toBeLessThan(600)
    }
  })
})

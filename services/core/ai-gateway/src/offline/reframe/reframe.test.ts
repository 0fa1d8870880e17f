import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { corpus } from '../../../bench/offline/corpus.ts'
import { WORDS } from '../lexicon/en.ts'
import { LANGUAGES } from '../lexicon/language.ts'
import { FRAGMENT_TYPES, THOUGHT_TYPES } from '../taxonomy.ts'
import { ACTIONS_BY_AREA, ACTIONS_BY_TYPE } from './actions.ts'
import { OTHER_LANGUAGES } from './other-languages.ts'
import { reframe, VIEWS } from './reframe.ts'
import { general } from './views/general.ts'
import { LENSES } from './views/views.ts'

const thoughts = corpus.flatMap((entry) =>
  entry.spans.map((span) => ({ type: span.type, thought: entry.text.slice(span.start, span.end) })),
)
const everyView = [
  ...Object.values(VIEWS),
  general,
  ...Object.values(OTHER_LANGUAGES).map((one) => one.views),
]
const everyAction = [...Object.values(ACTIONS_BY_AREA), ...Object.values(ACTIONS_BY_TYPE)].flat()
const FORBIDDEN =
  /think positive|just be positive|cheer up|look on the bright|disorder|diagnos|depressi|adhd|bipolar|medication|pills?\b|tablets?\b|dose|antidepress|suicid|kill|!/iu
const sentencesIn = (text: string) =>
  text.replaceAll(/“[^”]*”|"[^"]*"/gu, 'Q').match(/[^.!?]+[.!?]+/gu)?.length ?? 1

describe('templates', () => {
  it('are at least six for every pattern and lens', () => {
    for (const type of FRAGMENT_TYPES) {
      for (const lens of LENSES) expect(new Set(VIEWS[type][lens]).size).toBeGreaterThanOrEqual(6)
    }
  })

  it('hold no cheer on command, no diagnosis and no medication', () => {
    for (const text of everyView.flatMap((views) => LENSES.flatMap((lens) => views[lens])))
      expect(text).not.toMatch(FORBIDDEN)
    for (const { text } of everyAction) expect(text).not.toMatch(FORBIDDEN)
  })

  it('suggest only actions of 2 to 15 minutes', () => {
    for (const { minutes } of everyAction) {
      expect(minutes).toBeGreaterThanOrEqual(2)
      expect(minutes).toBeLessThanOrEqual(15)
    }
  })
})

describe('reframe', () => {
  it('gives evidence, distance, kindness in this order, each in one to four short sentences', () => {
    for (const input of thoughts) {
      const { reframes } = reframe(input)
      expect(reframes.map((one) => one.lens)).toEqual(['evidence', 'distance', 'kindness'])
      for (const { text } of reframes) {
        expect(text).not.toMatch(/[{}]|undefined|\$/u)
        expect(sentencesIn(text), text).toBeLessThanOrEqual(4)
      }
    }
  })

  it('names what the thought is about', () => {
    const named = [
      ["I'm going to fail the exam", 'the exam'],
      ['My sister thinks I am lazy', 'your sister'],
      ['If Leo leaves me my life is over', 'Leo'],
      ['The interview tomorrow will go badly', 'the interview tomorrow'],
      ['I always break my glasses', 'your glasses'],
    ] as const
    for (const [thought, detail] of named) {
      const answer = reframe({ thought })
      expect(
        answer.reframes
          .map((one) => one.text)
          .join(' ')
          .toLowerCase(),
        thought,
      ).toContain(detail.toLowerCase())
    }
  })

  it('never hands an insult back', () => {
    const insults = `${WORDS.fool}|${WORDS.low}`
      .split('|')
      .filter(
        (word) =>
          /^[a-z]{4,}$/u.test(word) &&
          ![
            'time',
            'everyone',
            'anyone',
            'people',
            'cause',
            'nothing',
            'evil',
            'zero',
            'joke',
            'wreck',
          ].includes(word),
      )
    for (const insult of insults) {
      for (const thought of [
        `I'm such a ${insult}`,
        `I am ${insult} and I ruined the dinner`,
        `Everyone thinks I'm ${insult}`,
      ]) {
        const answer = reframe({ thought })
        const said = [...answer.reframes.map((one) => one.text), answer.micro_action.text].join(' ')
        expect(said.toLowerCase(), thought).not.toMatch(new RegExp(`\\b${insult}\\b`, 'u'))
      }
    }
  })

  it('does not read alike over ten thoughts of one pattern', () => {
    for (const type of FRAGMENT_TYPES) {
      const ten = thoughts.filter((one) => one.type === type).slice(0, 10)
      const answers = ten.map((input) => reframe(input))
      expect(
        new Set(answers.map((one) => one.reframes.map((view) => view.text).join())).size,
        type,
      ).toBeGreaterThanOrEqual(9)
      for (const [index] of LENSES.entries()) {
        expect(
          new Set(answers.map((one) => one.reframes[index]?.text)).size,
          `${type} ${index}`,
        ).toBeGreaterThanOrEqual(5)
      }
    }
  })

  it('is the same every time and survives any text, type and language', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...thoughts.map((one) => one.thought))),
        fc.constantFrom(...THOUGHT_TYPES),
        fc.constantFrom(...LANGUAGES),
        (thought, type, language) => {
          const answer = reframe({ thought, type, language })
          expect(answer).toEqual(reframe({ thought, type, language }))
          expect(answer.reframes).toHaveLength(3)
        },
      ),
    )
  })

  it.each(['es', 'fr', 'de', 'pt', 'it'] as const)(
    'answers in %s without handing an insult back',
    (language) => {
      const insult = {
        es: 'Soy un idiota',
        fr: 'Je suis un idiot',
        de: 'Ich bin ein Idiot',
        pt: 'Sou um idiota',
        it: 'Sono un idiota',
      }
      const said = JSON.stringify(reframe({ thought: insult[language], language }))
      expect(said.toLowerCase()).not.toContain('idiot')
    },
  )
})

import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { requestSchema, type ChatRequest } from '../request.ts'
import { composeAnswer } from './compose.ts'
import { distortionTypes, findDistortions, speaksOfRisk } from './findings.ts'

function ask(content: string, schema?: object): ChatRequest {
  return requestSchema.parse({
    model: 'deepseek/deepseek-v3.2',
    messages: [
      { role: 'system', content: 'You help.' },
      { role: 'user', content },
    ],
    ...(schema === undefined
      ? {}
      : { response_format: { type: 'json_schema', json_schema: { name: 'answer', strict: true, schema } } }),
  })
}

const answer = (content: string, schema: object): unknown =>
  JSON.parse(composeAnswer(ask(content, schema), true))

const fragments = {
  type: 'object',
  additionalProperties: false,
  required: ['fragments'],
  properties: {
    fragments: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['type', 'quote', 'start', 'end', 'confidence'],
        properties: {
          type: { type: 'string', enum: [...distortionTypes] },
          quote: { type: 'string' },
          start: { type: 'integer' },
          end: { type: 'integer' },
          confidence: { type: 'number' },
        },
      },
    },
  },
}
interface Fragments {
  readonly fragments: readonly { type: string; quote: string; start: number; end: number }[]
}

const turn = {
  type: 'object',
  additionalProperties: false,
  required: ['reframes', 'micro_action'],
  properties: {
    reframes: { type: 'array', items: { $ref: '#/$defs/reframe' } },
    micro_action: {
      type: 'object',
      additionalProperties: false,
      required: ['text', 'minutes'],
      properties: { text: { type: 'string' }, minutes: { type: 'integer' } },
    },
  },
  $defs: {
    reframe: {
      type: 'object',
      additionalProperties: false,
      required: ['lens', 'text'],
      properties: {
        lens: { type: 'string', enum: ['evidence', 'distance', 'kindness'] },
        text: { type: 'string' },
      },
    },
  },
}

describe('fragments', () => {
  const samples: readonly [string, string][] = [
    ['I always mess everything up.', 'overgeneralization'],
    ['My boss thinks I am an idiot.', 'mind_reading'],
    ["I'm such a failure.", 'labeling'],
    ['It is all my fault.', 'personalization'],
    ['I will never find another job.', 'fortune_telling'],
    ['I should have known better.', 'should_statements'],
    ['It was just luck, really.', 'disqualifying_positive'],
    ['Everyone else has it together.', 'comparing'],
    ['If it is not perfect, it is worth nothing.', 'all_or_nothing'],
    ['My whole life is ruined.', 'catastrophizing'],
    ['I feel guilty, so I must be guilty.', 'emotional_reasoning'],
    ['It is all his fault.', 'blaming'],
    ['All I can think of is that one slip.', 'mental_filter'],
  ]
  it.each(samples)('%s is %s', (text, type) => {
    expect((answer(text, fragments) as Fragments).fragments).toMatchObject([{ type, start: 0 }])
  })

  it.each(['I miss my grandmother. The flat is quiet today.', 'The meeting was long and I am tired.', ''])(
    'is quiet about %j',
    (text) => {
      expect(answer(text, fragments)).toEqual({ fragments: [] })
    },
  )

  it('counts offsets in UTF-16 into the words inside the frame of a prompt', () => {
    const words = 'Heute 🌧️ wieder. I always mess things up, 👩‍👩‍👧 and that is that.'
    const prompt = `Find distortions. Answer in JSON.\n<entry>\n${words}\n</entry>`
    const [found] = (answer(prompt, fragments) as Fragments).fragments
    expect(found?.type).toBe('overgeneralization')
    expect(words.slice(found?.start, found?.end)).toBe(found?.quote)
  })

  it('quotes exactly what stands at the offsets, for any text', () => {
    const words = fc.constantFrom(
      'I always fail',
      '🌿',
      ' ',
      '. ',
      '\n',
      'é',
      'they think I am',
      'my fault',
      '; ',
    )
    fc.assert(
      fc.property(fc.array(words, { maxLength: 30 }), (parts) => {
        const text = parts.join('')
        for (const { start, end, quote } of findDistortions(text)) {
          expect(text.slice(start, end)).toBe(quote)
          expect(quote.trim()).toBe(quote)
        }
      }),
    )
  })
})

describe('a turn', () => {
  it('has three lenses, names a detail, and gives one action', () => {
    const result = answer('My boss thinks I am an idiot.', turn) as {
      reframes: { lens: string; text: string }[]
      micro_action: { text: string; minutes: number }
    }
    expect(result.reframes.map(({ lens }) => lens)).toEqual(['evidence', 'distance', 'kindness'])
    expect(new Set(result.reframes.map(({ text }) => text)).size).toBe(3)
    expect(result.reframes[0]?.text).toContain('My boss thinks I am an idiot')
    expect(result.micro_action.text).toContain('work')
    expect(result.micro_action.minutes).toBeGreaterThan(0)
  })

  it('is the same every time', () => {
    expect(answer('I always fail.', turn)).toEqual(answer('I always fail.', turn))
  })
})

describe('the safety question', () => {
  const confirm = {
    type: 'object',
    additionalProperties: false,
    required: ['crisis', 'severity'],
    properties: {
      crisis: { type: 'boolean' },
      severity: { type: 'string', enum: ['none', 'wish', 'thoughts', 'plan'] },
    },
  }
  it.each([
    ["I don't want to wake up anymore", true],
    ['Everyone is better off without me', true],
    ['I am not suicidal but I want to die sometimes', true],
    ['That song about wanting to die is my favourite song, I want to die laughing', false],
    ['My parents would kill me', false],
    ['I have never been suicidal', false],
  ])('%s: %s', (text, crisis) => {
    expect(answer(text, confirm)).toEqual({ crisis, severity: crisis ? 'thoughts' : 'none' })
    expect(speaksOfRisk(text)).toBe(crisis)
  })

  it('says yes or no where that is asked', () => {
    const schema = { type: 'object', properties: { answer: { enum: ['yes', 'no'] } } }
    expect(answer('I want to die', schema)).toEqual({ answer: 'yes' })
    expect(answer('I want to rest', schema)).toEqual({ answer: 'no' })
  })
})

describe('any schema', () => {
  const leaf = fc.oneof(
    fc.constant({ type: 'boolean' }),
    fc.constant({ type: ['string', 'null'] }),
    fc.constant({ const: 'fixed' }),
    fc.record({
      type: fc.constant('string'),
      minLength: fc.nat(30),
      maxLength: fc.integer({ min: 30, max: 90 }),
    }),
    fc.record({
      type: fc.constantFrom('integer', 'number'),
      minimum: fc.integer({ min: -9, max: 9 }),
      maximum: fc.integer({ min: 9, max: 99 }),
    }),
    fc.record({ type: fc.constant('integer'), multipleOf: fc.constantFrom(1, 5), minimum: fc.nat(20) }),
    fc.record({ enum: fc.uniqueArray(fc.string(), { minLength: 1, maxLength: 4 }) }),
  )
  const names = fc.constantFrom(
    'type',
    'reframes',
    'text',
    'severity',
    'minutes',
    'start',
    'title',
    'fragments',
    'other',
  )
  const schema = fc.letrec<{ node: object }>((tie) => ({
    node: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      leaf,
      fc.record({
        type: fc.constant('array'),
        items: tie('node'),
        minItems: fc.nat(4),
        maxItems: fc.integer({ min: 4, max: 6 }),
      }),
      fc.dictionary(names, tie('node'), { maxKeys: 5 }).map((properties) => ({
        type: 'object',
        properties,
        required: Object.keys(properties),
        additionalProperties: false,
      })),
      fc.tuple(tie('node')).map(([node]) => ({ anyOf: [{ type: 'null' }, node] })),
    ),
  })).node

  it('is satisfied', () => {
    const ajv = new Ajv2020({ strict: false })
    fc.assert(
      fc.property(
        schema,
        fc.constantFrom('I always fail. They think I am mad.', 'Fine.', 'I want to die'),
        (node, text) => {
          const validate = ajv.compile(node)
          const value = answer(text, node)
          expect(validate(value), JSON.stringify({ node, value, errors: validate.errors })).toBe(true)
        },
      ),
      { numRuns: 400 },
    )
  })
})

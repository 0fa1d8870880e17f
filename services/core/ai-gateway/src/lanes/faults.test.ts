import { expect, it } from 'vitest'
import { impatient, type TestGateway, turn } from '../../test/gateway.ts'
import { describeGateway } from '../../test/suite.ts'

const deepseek = 'deepseek/deepseek-v3.2'
const haiku = 'anthropic/claude-haiku-4.5'

interface Expected {
  /** lane, outcome, reason of each attempt. */
  readonly attempts: readonly (readonly [lane: string, outcome: string, reason: string | null])[]
  readonly engine: string
  readonly restarts: number
}

/** Each fault, struck once unless said, with its exact outcome for a streamed Turn. */
const cases: readonly (readonly [
  title: string,
  fault: { kind: string; [option: string]: unknown },
  expected: Expected,
])[] = [
  [
    '429 that asks for less than may be waited',
    { kind: 'rate_limit', retry_after: 1 },
    {
      attempts: [
        ['deepseek', 'retryable', 'http_status'],
        ['deepseek', 'ok', null],
      ],
      engine: deepseek,
      restarts: 0,
    },
  ],
  [
    '429 with a date',
    { kind: 'rate_limit', retry_after: 1, retry_after_form: 'date' },
    {
      attempts: [
        ['deepseek', 'retryable', 'http_status'],
        ['deepseek', 'ok', null],
      ],
      engine: deepseek,
      restarts: 0,
    },
  ],
  [
    '429 that asks for a longer wait: the next lane at once',
    { kind: 'rate_limit', retry_after: 60 },
    {
      attempts: [
        ['deepseek', 'retryable', 'http_status'],
        ['haiku', 'ok', null],
      ],
      engine: haiku,
      restarts: 0,
    },
  ],
  [
    '429 with a date too far away',
    { kind: 'rate_limit', retry_after: 90, retry_after_form: 'date' },
    {
      attempts: [
        ['deepseek', 'retryable', 'http_status'],
        ['haiku', 'ok', null],
      ],
      engine: haiku,
      restarts: 0,
    },
  ],
  ...([500, 502, 503] as const).map(
    (status) =>
      [
        `${status} once`,
        { kind: 'server_error', status },
        {
          attempts: [
            ['deepseek', 'retryable', 'http_status'],
            ['deepseek', 'ok', null],
          ],
          engine: deepseek,
          restarts: 0,
        },
      ] as const,
  ),
  [
    '502 twice',
    { kind: 'server_error', times: 2 },
    {
      attempts: [
        ['deepseek', 'retryable', 'http_status'],
        ['deepseek', 'retryable', 'http_status'],
        ['haiku', 'ok', null],
      ],
      engine: haiku,
      restarts: 0,
    },
  ],
  [
    'no headers at all',
    { kind: 'timeout' },
    {
      attempts: [
        ['deepseek', 'timeout', 'stalled_before_first_token'],
        ['deepseek', 'ok', null],
      ],
      engine: deepseek,
      restarts: 0,
    },
  ],
  [
    'a pinned provider that stalls before its first token',
    { kind: 'stall', provider: 'deepinfra' },
    {
      attempts: [
        ['deepseek', 'timeout', 'stalled_before_first_token'],
        ['deepseek', 'ok', null],
      ],
      engine: deepseek,
      restarts: 0,
    },
  ],
  [
    'a model whose every provider stalls',
    { kind: 'stall', model: deepseek, times: 'always' },
    {
      attempts: [
        ['deepseek', 'timeout', 'stalled_before_first_token'],
        ['deepseek', 'timeout', 'stalled_before_first_token'],
        ['haiku', 'ok', null],
      ],
      engine: haiku,
      restarts: 0,
    },
  ],
  [
    'a stall in the middle',
    { kind: 'stall_mid_stream' },
    {
      attempts: [
        ['deepseek', 'timeout', 'stalled_mid_answer'],
        ['haiku', 'ok', null],
      ],
      engine: haiku,
      restarts: 1,
    },
  ],
  [
    'a stream cut inside an event, in the middle of the JSON',
    { kind: 'cut_stream' },
    {
      attempts: [
        ['deepseek', 'retryable', 'cut'],
        ['haiku', 'ok', null],
      ],
      engine: haiku,
      restarts: 1,
    },
  ],
  [
    'an error event in the stream',
    { kind: 'sse_error' },
    {
      attempts: [
        ['deepseek', 'retryable', 'error_event'],
        ['haiku', 'ok', null],
      ],
      engine: haiku,
      restarts: 1,
    },
  ],
  [
    'an answer that was cut short by its length',
    { kind: 'truncated' },
    {
      attempts: [
        ['deepseek', 'truncated', 'length'],
        ['haiku', 'ok', null],
      ],
      engine: haiku,
      restarts: 1,
    },
  ],
  [
    'no [DONE] after an answer that said it is complete',
    { kind: 'missing_done' },
    { attempts: [['deepseek', 'ok', 'missing_done']], engine: deepseek, restarts: 0 },
  ],
  [
    'HTTP 200 with an error body',
    { kind: 'error_in_200' },
    {
      attempts: [
        ['deepseek', 'retryable', 'error_in_200'],
        ['deepseek', 'ok', null],
      ],
      engine: deepseek,
      restarts: 0,
    },
  ],
  [
    'empty content',
    { kind: 'empty_content' },
    {
      attempts: [
        ['deepseek', 'invalid_output', 'empty'],
        ['haiku', 'ok', null],
      ],
      engine: haiku,
      restarts: 0,
    },
  ],
  [
    'content that is no JSON: repaired in a second round',
    { kind: 'invalid_json' },
    {
      attempts: [
        ['deepseek', 'invalid_output', 'not_json'],
        ['deepseek', 'repaired', null],
      ],
      engine: deepseek,
      restarts: 0,
    },
  ],
  [
    'JSON that the schema does not allow: repaired in a second round',
    { kind: 'schema_violation' },
    {
      attempts: [
        ['deepseek', 'invalid_output', 'shape'],
        ['deepseek', 'repaired', null],
      ],
      engine: deepseek,
      restarts: 0,
    },
  ],
  [
    'JSON that the schema does not allow, twice: one repair round and no more',
    { kind: 'schema_violation', times: 2 },
    {
      attempts: [
        ['deepseek', 'invalid_output', 'shape'],
        ['deepseek', 'invalid_output', 'shape'],
        ['haiku', 'ok', null],
      ],
      engine: haiku,
      restarts: 0,
    },
  ],
  [
    'another model than was asked for',
    { kind: 'wrong_model' },
    {
      attempts: [
        ['deepseek', 'lane_down', 'wrong_model'],
        ['haiku', 'ok', null],
      ],
      engine: haiku,
      restarts: 0,
    },
  ],
  [
    'an answer without usage',
    { kind: 'no_usage' },
    { attempts: [['deepseek', 'ok', null]], engine: deepseek, restarts: 0 },
  ],
  [
    'a first token that comes too late',
    { kind: 'slow', delay_ms: 4_000 },
    {
      attempts: [
        ['deepseek', 'timeout', 'stalled_before_first_token'],
        ['deepseek', 'ok', null],
      ],
      engine: deepseek,
      restarts: 0,
    },
  ],
  [
    'moderation: no other model is asked',
    { kind: 'moderation' },
    { attempts: [['deepseek', 'refused', 'moderation']], engine: 'offline-1', restarts: 0 },
  ],
  [
    'a key that is refused: no lane of the same endpoint is asked',
    { kind: 'unauthorized' },
    { attempts: [['deepseek', 'lane_down', 'http_status']], engine: 'offline-1', restarts: 0 },
  ],
  [
    'no credits left: no lane of the same endpoint is asked',
    { kind: 'payment_required' },
    { attempts: [['deepseek', 'lane_down', 'http_status']], engine: 'offline-1', restarts: 0 },
  ],
  [
    'a request that this model refuses',
    { kind: 'bad_request' },
    {
      attempts: [
        ['deepseek', 'bad_request', 'http_status'],
        ['haiku', 'ok', null],
      ],
      engine: haiku,
      restarts: 0,
    },
  ],
  [
    '408',
    { kind: 'request_timeout' },
    {
      attempts: [
        ['deepseek', 'timeout', 'http_status'],
        ['deepseek', 'ok', null],
      ],
      engine: deepseek,
      restarts: 0,
    },
  ],
  [
    'a model that is down',
    { kind: 'model_down', model: deepseek, times: 'always' },
    {
      attempts: [
        ['deepseek', 'retryable', 'http_status'],
        ['haiku', 'ok', null],
      ],
      engine: haiku,
      restarts: 0,
    },
  ],
  [
    'nothing answers',
    { kind: 'all_down', times: 'always' },
    {
      attempts: [
        ['deepseek', 'retryable', 'http_status'],
        ['haiku', 'retryable', 'http_status'],
      ],
      engine: 'offline-1',
      restarts: 0,
    },
  ],
  [
    'a page of HTML with 502',
    { kind: 'html_body' },
    {
      attempts: [
        ['deepseek', 'retryable', 'http_status'],
        ['deepseek', 'ok', null],
      ],
      engine: deepseek,
      restarts: 0,
    },
  ],
  [
    'a page of HTML with 200',
    { kind: 'html_body', status: 200 },
    {
      attempts: [
        ['deepseek', 'lane_down', 'not_a_stream'],
        ['haiku', 'ok', null],
      ],
      engine: haiku,
      restarts: 0,
    },
  ],
]

const whole = ['engine', 'reframe', 'reframe', 'reframe', 'micro_action']

describeGateway('OpenRouter', { lanes: impatient() }, (open) => {
  it.for(cases)('%s', async ([, fault, expected]) => {
    const test = open()
    const userId = test.person()
    await test.fault(fault)
    const { events, output } = await turn(test, userId)

    expect((await test.events(userId)).map(({ lane, outcome, reason }) => [lane, outcome, reason])).toEqual(
      expected.attempts,
    )
    expect(output.served.engine).toBe(expected.engine)
    const types = events.map(({ type }) => type)
    expect(types.filter((type) => type === 'restart')).toHaveLength(expected.restarts)
    // What stands after the last restart is the answer, complete.
    expect(types.slice(types.lastIndexOf('restart') + 1)).toEqual(whole)
    const views = events
      .slice(types.lastIndexOf('restart') + 1)
      .flatMap((event) => (event.type === 'reframe' ? [event.text] : []))
    expect(views).toEqual(output.reframes.map(({ text }) => text))
    await expectNothingHeld(test)
  })

  it('never writes down what moderation flagged', async () => {
    const test = open()
    const secret = 'the heron at Zwingenberg station'
    await test.fault({ kind: 'moderation' })
    await turn(test, test.person(), `I always think of ${secret}`)
    expect(test.logs.join('')).toContain('ai_gateway.attempt_failed')
    expect(test.logs.join('')).not.toContain('heron')
    await test.booked()
    const rows = await test.rows<{ row: string }>('select e::text as row from ai_gateway.ai_usage_events e')
    expect(rows.map(({ row }) => row).join('')).not.toContain('heron')
  })

  it('prices an answer without usage by the model that served', async () => {
    const test = open()
    const userId = test.person()
    await test.fault({ kind: 'no_usage' })
    const { output } = await turn(test, userId)
    const [event] = await test.events(userId)
    expect(event).toMatchObject({ cost_source: 'priced' })
    expect(event?.cost).toBe(Math.ceil((event?.input_tokens ?? 0) * 260 + (event?.output_tokens ?? 0) * 380))
    expect(output.served.cost_usd).toBeCloseTo((event?.cost ?? 0) / 1e9, 9)
  })

  it('asks the other pinned provider, and only it, after a stall', async () => {
    const test = open()
    await test.fault({ kind: 'stall', provider: 'deepinfra' })
    const { output } = await turn(test, test.person())
    expect(output.served.provider).toBe('Fireworks')
  })

  it('counts what a cut stream had already served', async () => {
    const test = open()
    const userId = test.person()
    await test.fault({ kind: 'cut_stream' })
    await turn(test, userId)
    const [cut] = await test.events(userId)
    expect(cut).toMatchObject({ outcome: 'retryable', cost_source: 'priced' })
    expect(cut?.cost).toBeGreaterThan(0)
  })
})

async function expectNothingHeld(test: TestGateway): Promise<void> {
  expect(await test.rows('select id from ai_gateway.ai_holds')).toEqual([])
  expect((await test.budget('month')).held).toBe(0)
}

import { Agent, request } from 'node:http'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createRecordingClock, eventually, postJson, startSandbox } from '../../test/start.ts'
import type { Sandbox } from '../server.ts'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox()
})
beforeEach(async () => {
  await fetch(`${sandbox.url}/openrouter/reset`, { method: 'POST' })
})
afterAll(async () => sandbox.close())

const deepseek = 'deepseek/deepseek-v3.2'
const haiku = 'anthropic/claude-haiku-4.5'
const pinned = {
  only: ['deepinfra', 'fireworks'],
  order: ['deepinfra', 'fireworks'],
  allow_fallbacks: false,
  require_parameters: true,
  data_collection: 'deny',
}
const schema = {
  type: 'object',
  additionalProperties: false,
  required: ['reflection'],
  properties: { reflection: { type: 'string' } },
}
const format = { type: 'json_schema', json_schema: { name: 'reflection', strict: true, schema } }
const text = 'I always mess things up at work.'

interface Body {
  readonly id: string
  readonly model: string
  readonly provider: string
  readonly choices: { finish_reason: string; message: { content: string } }[]
  readonly usage?: {
    prompt_tokens: number
    completion_tokens: number
    cost: number
    prompt_tokens_details: { cached_tokens: number }
  }
  readonly error?: { code: number; message: string; metadata?: Record<string, unknown> }
}

function chat(extra: object = {}, headers: Record<string, string> = {}): Promise<Response> {
  return postJson(
    `${sandbox.url}/openrouter/api/v1/chat/completions`,
    { model: deepseek, messages: [{ role: 'user', content: text }], ...extra },
    { authorization: 'Bearer sk-or-test', ...headers },
  )
}

async function body(response: Response): Promise<Body> {
  return (await response.json()) as Body
}

const fault = (settings: object): Promise<Response> => postJson(`${sandbox.url}/openrouter/faults`, settings)

interface Event {
  readonly model: string
  readonly choices: { delta: { content?: string }; finish_reason: string | null }[]
  readonly usage?: Body['usage']
  readonly error?: { code: string; message: string }
}

function events(raw: string): Event[] {
  return raw
    .split('\n\n')
    .filter((block) => block.startsWith('data: {'))
    .map((block) => JSON.parse(block.slice(6)) as Event)
}

function contentOf(all: readonly Event[]): string {
  return all.map(({ choices }) => choices[0]?.delta.content ?? '').join('')
}

async function calls(query = ''): Promise<Record<string, unknown>[]> {
  const response = await fetch(`${sandbox.url}/openrouter/calls${query}`)
  return ((await response.json()) as { items: Record<string, unknown>[] }).items
}

describe('an answer', () => {
  it('as JSON satisfies the schema and says who served and what it cost', async () => {
    const answer = await body(await chat({ provider: pinned, response_format: format }))
    expect(answer).toMatchObject({
      model: deepseek,
      provider: 'DeepInfra',
      choices: [{ finish_reason: 'stop' }],
    })
    expect(JSON.parse(answer.choices[0]?.message.content ?? '')).toEqual({
      reflection: expect.stringContaining('mess things up'),
    })
    const { prompt_tokens: prompt = 0, completion_tokens: completion = 0, cost } = answer.usage ?? {}
    expect(cost).toBeCloseTo((prompt * 0.26 + completion * 0.38) / 1e6, 12)
  })

  it('as a stream has comments first, the same content, usage last, then [DONE]', async () => {
    const whole = await body(await chat({ response_format: format }))
    const response = await chat({ response_format: format, stream: true })
    const raw = await response.text()
    expect(response.headers.get('content-type')).toContain('text/event-stream')
    expect(raw.startsWith(': OPENROUTER PROCESSING\n\n')).toBe(true)
    expect(raw.endsWith('data: [DONE]\n\n')).toBe(true)
    const all = events(raw)
    expect(contentOf(all)).toBe(whole.choices[0]?.message.content)
    expect(all.length).toBeGreaterThan(10)
    expect(all.findIndex(({ usage }) => usage !== undefined)).toBe(all.length - 1)
    expect(all.at(-2)?.choices[0]?.finish_reason).toBe('stop')
  })

  it('ends with "length" at max_tokens', async () => {
    const answer = await body(await chat({ max_tokens: 5 }))
    expect(answer).toMatchObject({ choices: [{ finish_reason: 'length' }], usage: { completion_tokens: 5 } })
  })

  it('reads a stable prefix from the cache, at its price', async () => {
    const system = { role: 'system', content: 'x'.repeat(4000) }
    const ask = async (content: string): Promise<Body> =>
      await body(await chat({ messages: [system, { role: 'user', content }] }))
    expect((await ask('one')).usage?.prompt_tokens_details.cached_tokens).toBe(0)
    const { usage } = await ask('two')
    const cached = usage?.prompt_tokens_details.cached_tokens ?? 0
    expect(cached).toBe(960)
    expect(usage?.cost).toBeCloseTo(
      ((usage?.prompt_tokens ?? 0) - cached) * 0.26e-6 +
        cached * 0.13e-6 +
        (usage?.completion_tokens ?? 0) * 0.38e-6,
      9,
    )
  })

  it('needs a key', async () => {
    const response = await chat({}, { authorization: '' })
    expect([response.status, (await body(response)).error?.code]).toEqual([401, 401])
  })

  it('lists models with their prices per token', async () => {
    const { data } = (await (await fetch(`${sandbox.url}/openrouter/api/v1/models`)).json()) as {
      data: { id: string; pricing: object }[]
    }
    expect(data.find(({ id }) => id === deepseek)?.pricing).toMatchObject({
      prompt: '0.00000026',
      completion: '0.00000038',
    })
    expect(data.find(({ id }) => id === haiku)?.pricing).toMatchObject({
      prompt: '0.000001',
      completion: '0.000005',
    })
  })
})

describe('routing', () => {
  const served = async (provider: object, extra: object = {}): Promise<string> =>
    (await body(await chat({ provider, ...extra }))).provider

  it('follows order, only and ignore', async () => {
    expect(await served({ order: ['Fireworks'] })).toBe('Fireworks')
    expect(await served({ only: ['novita'] })).toBe('NovitaAI')
    expect(await served({ ignore: ['deepinfra'] })).toBe('Fireworks')
    expect(await served({ order: ['nobody'], allow_fallbacks: true })).toBe('DeepInfra')
  })

  it('answers 404 when nobody is left, and says why', async () => {
    const refused = [
      { provider: { only: ['nobody'], allow_fallbacks: false } },
      { provider: { order: ['nobody'], allow_fallbacks: false } },
      { provider: { only: ['deepseek'], data_collection: 'deny' } },
      { provider: { only: ['novita'], require_parameters: true }, response_format: format },
      { provider: { max_price: { prompt: 0.1 } } },
    ]
    const answers = await Promise.all(refused.map((extra) => chat(extra)))
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404])
    expect((await body(await chat(refused[3]))).error?.message).toContain('requested parameters')
  })

  it('drops a format silently where it is not supported and not required', async () => {
    const answer = await body(await chat({ provider: { only: ['novita'] }, response_format: format }))
    expect(() => JSON.parse(answer.choices[0]?.message.content ?? '') as unknown).toThrow()
  })

  it('refuses a model nobody has', async () => {
    expect((await chat({ model: 'nobody/nothing' })).status).toBe(400)
  })

  it('refuses schemas that a provider does not take', async () => {
    const withLimit = { ...schema, properties: { reflection: { type: 'string', maxLength: 9 } } }
    const strict = (inner: object): object => ({
      response_format: { type: 'json_schema', json_schema: { name: 'x', strict: true, schema: inner } },
    })
    expect((await chat(strict(withLimit))).status).toBe(200)
    expect((await chat({ model: haiku, ...strict(withLimit) })).status).toBe(400)
    expect((await chat(strict({ ...schema, not: {} }))).status).toBe(400)
    expect((await chat(strict({ type: 'object', properties: {} }))).status).toBe(400)
  })

  it('tries the next of `models` when one is down, the next provider when one provider fails', async () => {
    await fault({ kind: 'model_down', model: deepseek, times: 'always' })
    expect(await body(await chat({ models: [haiku] }))).toMatchObject({ model: haiku, provider: 'Anthropic' })
    expect((await chat()).status).toBe(503)
    await fetch(`${sandbox.url}/openrouter/reset`, { method: 'POST' })
    await fault({ kind: 'server_error', provider: 'deepinfra', times: 'always' })
    expect(await served(pinned)).toBe('Fireworks')
    expect((await chat({ provider: { only: ['deepinfra'], allow_fallbacks: false } })).status).toBe(502)
  })
})

describe('faults that answer with a status', () => {
  it.each([
    ['bad_request', 400],
    ['unauthorized', 401],
    ['payment_required', 402],
    ['request_timeout', 408],
    ['server_error', 502],
    ['all_down', 503],
    ['model_down', 503],
  ])('%s: %d, once, streamed or not', async (kind, status) => {
    await fault({ kind })
    const response = await chat({ stream: true })
    expect(response.status).toBe(status)
    expect((await body(response)).error?.code).toBe(status)
    expect((await chat()).status).toBe(200)
  })

  it.each([500, 502, 503])('server_error with status %d', async (status) => {
    await fault({ kind: 'server_error', status })
    expect((await chat()).status).toBe(status)
  })

  it('rate_limit says when to come again, in seconds or as a date', async () => {
    await fault({ kind: 'rate_limit', retry_after: 30 })
    await fault({ kind: 'rate_limit', retry_after: 30, retry_after_form: 'date' })
    const [seconds, date] = [await chat(), await chat()]
    expect([seconds.status, seconds.headers.get('retry-after')]).toEqual([429, '30'])
    const wait = Date.parse(date.headers.get('retry-after') ?? '') - Date.now()
    expect(wait).toBeGreaterThan(25_000)
    expect(wait).toBeLessThan(31_000)
  })

  it('moderation gives back the flagged input', async () => {
    await fault({ kind: 'moderation' })
    const response = await chat()
    expect(response.status).toBe(403)
    expect((await body(response)).error?.metadata).toMatchObject({
      flagged_input: text,
      model_slug: deepseek,
    })
  })

  it('html_body is a page', async () => {
    await fault({ kind: 'html_body', status: 200 })
    const response = await chat()
    expect([response.status, response.headers.get('content-type')]).toEqual([
      200,
      expect.stringContaining('text/html'),
    ])
    expect(await response.text()).toContain('<html>')
  })
})

describe('faults of the answer', () => {
  it('error_in_200, streamed or not', async () => {
    await fault({ kind: 'error_in_200', times: 2 })
    for (const stream of [false, true]) {
      const response = await chat({ stream })
      expect(response.status).toBe(200)
      expect((await body(response)).error?.code).toBe(502)
    }
  })

  it('sse_error comes half-way and only to streams', async () => {
    await fault({ kind: 'sse_error' })
    expect((await body(await chat())).error).toBeUndefined()
    const raw = await (await chat({ stream: true })).text()
    const all = events(raw)
    expect(all.at(-1)).toMatchObject({
      error: { code: 'server_error' },
      choices: [{ finish_reason: 'error' }],
    })
    expect(all.length).toBeGreaterThan(3)
    expect(raw).not.toContain('[DONE]')
  })

  it('cut_stream breaks the connection in the middle of an event', async () => {
    await fault({ kind: 'cut_stream', times: 2 })
    const reader = (await chat({ stream: true })).body?.getReader()
    let received = ''
    const read = async (): Promise<void> => {
      for (;;) {
        const piece = await reader?.read()
        if (piece === undefined || piece.done) return
        received += new TextDecoder().decode(piece.value)
      }
    }
    await expect(read()).rejects.toThrow()
    expect(received).toContain('data: {')
    expect(received.endsWith('\n\n')).toBe(false)
    await expect((await chat()).text()).rejects.toThrow()
  })

  it('missing_done ends without [DONE]', async () => {
    await fault({ kind: 'missing_done' })
    const raw = await (await chat({ stream: true })).text()
    expect(events(raw).at(-1)?.usage).toBeDefined()
    expect(raw).not.toContain('[DONE]')
  })

  it('empty_content, truncated, invalid_json, schema_violation, wrong_model, no_usage', async () => {
    const ask = async (kind: string): Promise<Body> => {
      await fault({ kind })
      return await body(await chat({ response_format: format }))
    }
    const contentWith = async (kind: string): Promise<string> =>
      (await ask(kind)).choices[0]?.message.content ?? ''
    expect(await contentWith('empty_content')).toBe('')
    expect((await ask('truncated')).choices[0]?.finish_reason).toBe('length')
    const broken = await contentWith('invalid_json')
    expect(() => JSON.parse(broken) as unknown).toThrow()
    expect(JSON.parse(await contentWith('schema_violation'))).not.toHaveProperty('reflection')
    expect((await ask('wrong_model')).model).not.toBe(deepseek)
    expect((await ask('no_usage')).usage).toBeUndefined()
    await fault({ kind: 'no_usage' })
    expect(events(await (await chat({ stream: true })).text()).some(({ usage }) => usage !== undefined)).toBe(
      false,
    )
  })

  it('strikes only the model, the feature and the times one names', async () => {
    await fault({ kind: 'empty_content', model: haiku, times: 'always' })
    await fault({ kind: 'truncated', feature: 'turn', times: 2 })
    const finish = async (feature: string): Promise<string | undefined> =>
      (await body(await chat({}, { 'x-triptych-feature': feature }))).choices[0]?.finish_reason
    expect([
      await finish('mirror'),
      await finish('turn'),
      await finish('turn'),
      await finish('turn'),
    ]).toEqual(['stop', 'length', 'length', 'stop'])
    expect((await body(await chat({ model: haiku }))).choices[0]?.message.content).toBe('')
  })
})

describe('faults that hang', () => {
  /** Whether headers came, and what came after them, until the caller gives up on a quiet line. */
  async function listen(
    stream: boolean,
    until: (received: string, headers: boolean) => boolean,
  ): Promise<string> {
    return await new Promise((resolve, reject) => {
      const outgoing = request(
        `${sandbox.url}/openrouter/api/v1/chat/completions`,
        {
          method: 'POST',
          agent: new Agent(),
          headers: { 'content-type': 'application/json', authorization: 'Bearer k' },
        },
        (response) => {
          let received = ''
          const check = (): void => {
            if (!until(received, true)) return
            resolve(received)
            outgoing.destroy()
          }
          check()
          response.on('error', () => {})
          response.on('data', (piece: Buffer) => {
            received += piece.toString()
            check()
          })
          response.on('end', () => reject(new Error('it ended')))
        },
      )
      outgoing.on('error', () => {})
      outgoing.end(JSON.stringify({ model: deepseek, stream, messages: [{ role: 'user', content: text }] }))
    })
  }
  const lastOutcome = (): Promise<unknown> =>
    eventually(async () => {
      const outcome = (await calls()).at(-1)?.['outcome']
      return outcome === 'open' ? undefined : outcome
    })

  it('stall: headers and comments, never a token', async () => {
    await fault({ kind: 'stall', times: 2 })
    expect(await listen(true, (received) => received.split(': OPENROUTER').length > 2)).not.toContain('data:')
    expect(await lastOutcome()).toBe('client_closed')
    expect(await listen(false, (_received, headers) => headers)).toBe('')
    expect(await lastOutcome()).toBe('client_closed')
  })

  it('stall_mid_stream: half the tokens, then nothing', async () => {
    const complete = events(await (await chat({ stream: true })).text()).length
    await fault({ kind: 'stall_mid_stream', times: 2 })
    const half = Math.floor((complete - 2) / 2)
    const received = await listen(true, (so) => events(so).length >= half)
    expect(events(received)).toHaveLength(half)
    expect(await lastOutcome()).toBe('client_closed')
    expect(await listen(false, (so) => so.length > 100)).not.toContain('"usage"')
    expect(await lastOutcome()).toBe('client_closed')
  })

  it('timeout: not even headers, and the client leaving is noticed', async () => {
    await fault({ kind: 'timeout' })
    const abort = new AbortController()
    const waiting = fetch(`${sandbox.url}/openrouter/api/v1/chat/completions`, {
      method: 'POST',
      signal: abort.signal,
      headers: { 'content-type': 'application/json', authorization: 'Bearer k' },
      body: JSON.stringify({ model: deepseek, messages: [{ role: 'user', content: text }] }),
    })
    await eventually(async () => ((await calls()).length > 0 ? true : undefined))
    abort.abort()
    await expect(waiting).rejects.toThrow()
    expect(await lastOutcome()).toBe('client_closed')
    expect((await calls()).at(-1)).toMatchObject({ status: 0, fault: 'timeout' })
  })
})

describe('time', () => {
  it('to the first token is log-normal, the same for the same seed, and none where one says so', async () => {
    const clock = createRecordingClock()
    const timed = await startSandbox({
      clock,
      seed: 7,
      settings: { mail: { smtpPort: 0 }, openrouter: { latency: 'realistic' } },
    })
    const once = async (): Promise<number> => {
      clock.waits.length = 0
      const response = await postJson(
        `${timed.url}/openrouter/api/v1/chat/completions`,
        { model: deepseek, stream: true, max_tokens: 1, messages: [{ role: 'user', content: text }] },
        { authorization: 'Bearer k' },
      )
      await response.text()
      // Whole milliseconds are the way to the first token; the pauses between tokens are fractions.
      return clock.waits.filter((ms) => Number.isInteger(ms)).reduce((sum, ms) => sum + ms, 0)
    }
    const samples: number[] = []
    for (let index = 0; index < 150; index += 1) samples.push(await once())
    const sorted = samples.toSorted((a, b) => a - b)
    expect(sorted[75]).toBeGreaterThan(540)
    expect(sorted[75]).toBeLessThan(660)
    expect(sorted[15]).toBeGreaterThan(350)
    expect(sorted[135]).toBeLessThan(950)
    await fetch(`${timed.url}/openrouter/reset`, { method: 'POST' })
    expect([await once(), await once()]).toEqual(samples.slice(0, 2))
    await postJson(`${timed.url}/openrouter/latency`, { mode: 'none' })
    expect(await once()).toBe(0)
    await postJson(`${timed.url}/openrouter/faults`, { kind: 'slow', delay_ms: 1200 })
    expect(await once()).toBe(1200)
    expect((await postJson(`${timed.url}/openrouter/latency`, { mode: 'warp' })).status).toBe(400)
    await timed.close()
  })
})

describe('the call log', () => {
  it('shows what was asked without the words, which only `bodies=1` gives', async () => {
    await chat({ stream: true }, { 'x-triptych-feature': 'turn' }).then((response) => response.text())
    await fault({ kind: 'unauthorized' })
    await chat()
    const items = await calls()
    expect(items).toMatchObject([
      {
        model: deepseek,
        stream: true,
        feature: 'turn',
        status: 200,
        outcome: 'complete',
        served_model: deepseek,
        provider: 'DeepInfra',
      },
      {
        model: deepseek,
        stream: false,
        feature: null,
        status: 401,
        outcome: 'failed',
        fault: 'unauthorized',
      },
    ])
    expect(items[0]?.['messages_sha256']).toBe(items[1]?.['messages_sha256'])
    expect(JSON.stringify(items)).not.toContain('mess things')
    expect(await calls('?bodies=1')).toMatchObject([
      { messages: [{ content: text }] },
      { messages: [{ content: text }] },
    ])
  })
})

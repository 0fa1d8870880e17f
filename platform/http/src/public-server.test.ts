import {
  type Actor,
  defineContract,
  defineErrors,
  emptyInput,
  type Handlers,
  newId,
  noOutput,
  operation,
  streamOperation,
  systemClock,
  text,
} from '@triptych/kernel'
import { createClient, createDispatcher, localLink } from '@triptych/kernel/server'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { countingLimiter } from '../test/counting-limiter.ts'
import { silent } from '../test/silent-logger.ts'
import { buildPublicServer } from './index.ts'

const errors = defineErrors('notes', {
  full: { kind: 'payment_required', title: 'No room left.', data: z.object({ limit: z.number() }) },
})

const contract = defineContract({
  name: 'notes',
  description: 'Notes for tests',
  operations: {
    write: operation({
      summary: 'Write',
      access: { who: 'user' },
      http: { method: 'POST', path: '/notes/{folder}', status: 201, aliases: ['/folders/{folder}/notes/'] },
      input: z.strictObject({ folder: z.string(), title: text(50) }),
      output: z.object({ folder: z.string(), title: z.string() }),
      errors: [errors.full],
    }),
    find: operation({
      summary: 'Find',
      access: { who: 'anonymous' },
      http: { method: 'GET', path: '/notes' },
      input: z.strictObject({ limit: z.coerce.number().int().max(9).default(3) }),
      output: z.object({ limit: z.number() }),
      limits: [{ per: 'ip', perMinute: 60, burst: 2 }],
    }),
    clear: operation({
      summary: 'Clear',
      access: { who: 'user' },
      http: { method: 'DELETE', path: '/notes/{folder}' },
      input: z.strictObject({ folder: z.string() }),
      output: noOutput,
    }),
    inside: operation({
      summary: 'For modules',
      access: { who: 'module' },
      input: emptyInput,
      output: noOutput,
    }),
    count: streamOperation({
      summary: 'Count',
      access: { who: 'anonymous' },
      http: { method: 'POST', path: '/count' },
      input: z.strictObject({ to: z.number().int().max(5), breaks: z.boolean().default(false) }),
      event: z.object({ type: z.literal('n'), n: z.number() }),
      output: z.object({ last: z.number() }),
      eventsOf: () => [],
      errors: [errors.full],
    }),
  },
})

const handlers: Handlers<typeof contract> = {
  write: (_context, input, fail) =>
    input.title === 'full'
      ? Promise.reject(fail('notes.full', { data: { limit: 3 } }))
      : Promise.resolve(input),
  find: (_context, input) => Promise.resolve(input),
  clear: () => Promise.resolve(),
  inside: () => Promise.resolve(),
  async *count(_context, input, fail) {
    if (input.to === 0) throw fail('notes.full', { data: { limit: 0 } })
    for (let n = 1; n <= input.to; n += 1) yield { type: 'n' as const, n }
    if (input.breaks) throw fail('notes.full', { data: { limit: input.to } })
    return { last: input.to }
  },
}

const person: Actor = {
  kind: 'user',
  userId: newId(),
  sessionId: newId(),
  roles: ['user'],
  authenticatedAt: systemClock.now(),
  emailVerified: true,
}

function build({ overloadDelayMs = 0 } = {}): Promise<FastifyInstance> {
  const dispatcher = createDispatcher({
    contract,
    handlers,
    clock: systemClock,
    onUnexpected: () => undefined,
  })
  const link = localLink(dispatcher, { clone: true })
  const client = createClient(contract, link)
  return buildPublicServer({
    platform: {
      authenticator: {
        identify: (request) => {
          if (request.headers.cookie !== undefined) return Promise.resolve({ actor: person, via: 'cookie' })
          if (request.headers.authorization !== undefined)
            return Promise.resolve({ actor: person, via: 'bearer' })
          return Promise.resolve({ actor: { kind: 'anonymous' }, via: 'none' })
        },
        tenantOf: () => Promise.reject(new Error('not asked')),
      },
      limiter: countingLimiter(),
      clock: systemClock,
      newId,
      hosts: ['notes.example'],
      origins: ['https://triptych.example'],
      trustedProxies: [],
      logger: silent,
      secureTransport: true,
      overloadDelayMs,
    },
    modules: [{ contract, client }],
    info: { title: 'Test', version: '1' },
    health: () => Promise.resolve({ status: 'ok', modules: [], components: [] }),
    routes: [],
  })
}

describe('the public server', () => {
  let app: FastifyInstance

  beforeAll(async () => {
    app = await build()
  })
  afterAll(() => app.close())

  const bearer = { authorization: 'Bearer x' }

  it('joins path and body, and answers on an alias too', async () => {
    for (const url of ['/api/v1/notes/home', '/api/v1/folders/home/notes']) {
      const reply = await app.inject({ method: 'POST', url, headers: bearer, payload: { title: 'tea' } })
      expect([reply.statusCode, reply.json()]).toEqual([201, { folder: 'home', title: 'tea' }])
    }
  })

  it('reads the query of a GET, and answers 204 without a body', async () => {
    expect((await app.inject('/api/v1/notes?limit=7')).json()).toEqual({ limit: 7 })
    const gone = await app.inject({ method: 'DELETE', url: '/api/v1/notes/home', headers: bearer })
    expect([gone.statusCode, gone.body]).toEqual([204, ''])
  })

  it('has no route for what is for modules', async () => {
    expect(
      (await app.inject({ method: 'POST', url: '/internal/notes/inside', payload: {} })).statusCode,
    ).toBe(404)
  })

  it.each([
    ['no JSON', '{"a":', 'application/json', 400],
    ['an empty body', '', 'application/json', 400],
    ['a form', 'title=tea', 'application/x-www-form-urlencoded', 415],
    ['plain text', 'tea', 'text/plain', 415],
    ['a forged prototype', '{"__proto__":{"admin":true},"title":"x"}', 'application/json', 400],
    ['a huge body', `{"title":"${'x'.repeat(300_000)}"}`, 'application/json', 413],
  ])('answers a problem to %s', async (_what, payload, type, status) => {
    const headers = { ...bearer, 'content-type': type }
    const reply = await app.inject({ method: 'POST', url: '/api/v1/notes/home', headers, payload })
    expect(reply.statusCode).toBe(status)
    expect(reply.headers['content-type']).toContain('application/problem+json')
    expect(reply.json()).toMatchObject({ status, request_id: reply.headers['x-request-id'] })
  })

  it.each([
    ['evil.example', '/api/v1/notes', 421],
    ['evil.example:3000', '/api/v1/notes', 421],
    ['notes.example', '/openapi.json', 200],
    ['localhost:4711', '/openapi.json', 200],
    ['10.0.0.7', '/health/live', 200],
  ])('asked as %s for %s it answers %i', async (host, url, status) => {
    const reply = await app.inject({ url, headers: { host } })
    expect(reply.statusCode).toBe(status)
    if (status === 421) expect(reply.json()).toMatchObject({ code: 'request.misdirected' })
  })

  it('carries the data of a declared failure beside the code', async () => {
    const reply = await app.inject({
      method: 'POST',
      url: '/api/v1/notes/a',
      headers: bearer,
      payload: { title: 'full' },
    })
    expect(reply.json()).toMatchObject({ status: 402, code: 'notes.full', limit: 3, detail: 'No room left.' })
  })

  it('refuses a write that a cookie authenticates from another site', async () => {
    const write = (headers: Record<string, string>) =>
      app.inject({
        method: 'POST',
        url: '/api/v1/notes/a',
        headers: { cookie: 'sid=1', ...headers },
        payload: { title: 'x' },
      })
    expect((await write({ origin: 'https://evil.example' })).statusCode).toBe(403)
    expect((await write({})).statusCode).toBe(403)
    expect((await write({ origin: 'https://triptych.example' })).statusCode).toBe(201)
    expect((await write({ 'sec-fetch-site': 'same-origin' })).statusCode).toBe(201)
  })

  it('says how many requests are left, and when to come back', async () => {
    const ask = () => app.inject({ url: '/api/v1/notes', remoteAddress: '192.0.2.7' })
    expect((await ask()).headers['ratelimit-remaining']).toBe('1')
    await ask()
    const refused = await ask()
    expect([refused.statusCode, refused.headers['retry-after']]).toEqual([429, '2'])
    expect(refused.json()).toMatchObject({ code: 'request.limited' })
  })

  it.each(['/api/v1/notes/%ff', `/api/v1/notes/${'x'.repeat(600)}`])(
    'answers a problem to the path %s',
    async (url) => {
      const reply = await app.inject({ url })
      expect(reply.statusCode).toBe(404)
      expect(reply.headers['content-type']).toContain('application/problem+json')
    },
  )

  it('refuses what is nested beyond all reason', async () => {
    const payload = `{"title":${'['.repeat(20_000)}${']'.repeat(20_000)}}`
    const headers = { ...bearer, 'content-type': 'application/json' }
    const reply = await app.inject({ method: 'POST', url: '/api/v1/notes/a', headers, payload })
    expect([reply.statusCode, reply.json<{ code: string }>().code]).toEqual([400, 'request.invalid'])
  })

  it('takes a request id that is one, and makes its own otherwise', async () => {
    const given = await app.inject({ url: '/health', headers: { 'x-request-id': 'abcdefgh-1234' } })
    expect(given.headers['x-request-id']).toBe('abcdefgh-1234')
    const forged = await app.inject({ url: '/health', headers: { 'x-request-id': 'a\tb <script>' } })
    expect(forged.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
  })

  it('refuses an Idempotency-Key that cannot be one', async () => {
    const headers = { ...bearer, 'idempotency-key': 'x'.repeat(201) }
    const reply = await app.inject({
      method: 'POST',
      url: '/api/v1/notes/a',
      headers,
      payload: { title: 'x' },
    })
    expect(reply.json()).toMatchObject({ status: 400, errors: [{ path: 'Idempotency-Key' }] })
  })

  it('sends strict security headers', async () => {
    const { headers } = await app.inject('/health')
    expect(headers['content-security-policy']).toContain("default-src 'self'")
    expect(headers['content-security-policy']).not.toContain('http:')
    expect(headers['strict-transport-security']).toContain('max-age=')
    expect(headers['x-content-type-options']).toBe('nosniff')
  })

  const count = (payload: object) =>
    app.inject({ method: 'POST', url: '/api/v1/count', headers: { accept: 'text/event-stream' }, payload })

  it('streams events to a client that accepts them, and JSON to others', async () => {
    const streamed = await count({ to: 2 })
    expect(streamed.headers['content-type']).toContain('text/event-stream')
    expect(streamed.body).toBe('event: n\ndata: {"n":1}\n\nevent: n\ndata: {"n":2}\n\n')
    const plain = await app.inject({ method: 'POST', url: '/api/v1/count', payload: { to: 2 } })
    expect(plain.json()).toEqual({ last: 2 })
  })

  it('answers an ordinary problem to what fails before the first event, and an error event after it', async () => {
    const early = await count({ to: 0 })
    expect([early.statusCode, early.json().code]).toEqual([402, 'notes.full'])
    const late = await count({ to: 1, breaks: true })
    expect(late.statusCode).toBe(200)
    expect(late.body).toContain('event: error\ndata: {')
    expect(late.body).toContain('"code":"notes.full"')
  })

  it('describes every public operation in OpenAPI 3.1', async () => {
    const reply = await app.inject('/openapi.json')
    const document = reply.json<{ openapi: string; paths: Record<string, object> }>()
    expect(document.openapi).toBe('3.1.0')
    expect(Object.keys(document.paths)).toEqual([
      '/api/v1/count',
      '/api/v1/folders/{folder}/notes/',
      '/api/v1/notes',
      '/api/v1/notes/{folder}',
      '/health',
    ])
  })

  it('refuses while its event loop runs late, and says when to come back', async () => {
    const late = await build({ overloadDelayMs: 1 })
    let reply = await late.inject('/api/v1/notes')
    for (let round = 0; round < 1_000 && reply.statusCode === 200; round += 1) {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20)
      await new Promise((resolve) => setImmediate(resolve))
      reply = await late.inject({ url: '/api/v1/notes', remoteAddress: `10.0.${round >> 8}.${round & 255}` })
    }
    expect([reply.statusCode, reply.json().code]).toEqual([503, 'request.unavailable'])
    expect(reply.headers['retry-after']).toBe('5')
    await late.close()
  })
})

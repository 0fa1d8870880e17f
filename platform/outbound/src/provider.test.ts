import { once } from 'node:events'
import type { RequestListener } from 'node:http'

import { propagation } from '@opentelemetry/api'
import { afterEach, describe, expect, it, vi } from 'vitest'

import { startServer } from '../test/server.ts'
import { createOutbound, OutboundError, outboundErrors, type Outbound, type ProviderConfig } from './index.ts'

const secret = 'sk-very-secret-9f2c'
const open: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of open.splice(0)) await close()
})

interface Change {
  timeouts?: Partial<ProviderConfig['timeouts']>
  retry?: Partial<ProviderConfig['retry']>
  breaker?: Partial<ProviderConfig['breaker']>
  bulkhead?: Partial<ProviderConfig['bulkhead']>
  ratePerSecond?: number
}

function configOf(baseUrl: string, change: Change): ProviderConfig {
  return {
    baseUrl,
    timeouts: { connect: 10_000, headers: 10_000, body: 10_000, total: 20_000, ...change.timeouts },
    retry: { attempts: 3, baseDelayMs: 1, maxDelayMs: 2000, ...change.retry },
    breaker: { failures: 100, halfOpenAfterMs: 10_000, ...change.breaker },
    bulkhead: { concurrent: 50, queued: 50, ...change.bulkhead },
    ratePerSecond: change.ratePerSecond ?? 1000,
  }
}

async function setUp(listener: RequestListener, change: Change = {}) {
  const server = await startServer(listener)
  const logs: unknown[] = []
  const outbound: Outbound = createOutbound({
    providers: { acme: configOf(`${server.url}/v1/`, change) },
    clock: { now: () => Date.now() },
    logger: { warn: (fields, message) => logs.push([message, fields]) },
  })
  open.push(
    () => outbound.close(),
    () => server.stop(),
  )
  return { server, acme: outbound.provider('acme'), logs, outbound }
}

async function failureOf(call: Promise<unknown>): Promise<OutboundError> {
  const error: unknown = await call.then(
    () => new Error('did not fail'),
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(OutboundError)
  return error as OutboundError
}

/** Fails so often, then answers. */
function failing(times: number, fail: RequestListener): RequestListener {
  let left = times
  return (request, response) => {
    left -= 1
    if (left >= 0) fail(request, response)
    else response.end('{"ok":true}')
  }
}

const get = { method: 'GET', path: '/things' } as const
const patience = { timeout: 20_000 }
const post = { method: 'POST', path: '/things', body: '{}' } as const

describe('traces', () => {
  afterEach(() => propagation.disable())

  it('go to providers, not to strangers', async () => {
    const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01'
    propagation.setGlobalPropagator({
      inject: (_context, carrier, setter) => setter.set(carrier, 'traceparent', traceparent),
      extract: (context) => context,
      fields: () => ['traceparent'],
    })
    const { acme, server } = await setUp((_, response) => response.end('{}'))
    await acme.request(get)
    const clock = { now: () => Date.now() }
    await createOutbound({ providers: {}, clock, trusted: [server.host] }).fetchUntrusted(server.url)
    expect(server.requests.map((request) => request.headers['traceparent'])).toEqual([traceparent, undefined])
  })
})

describe('requests', () => {
  it('reach the provider under its base path, with query and headers, and give the answer back', async () => {
    const { acme, server } = await setUp((request, response) => {
      response.setHeader('x-answer', ['a', 'b']).end(JSON.stringify({ url: request.url }))
    })
    const query = { q: 'a b&c', n: 3, none: undefined, tag: ['x', 'y'] }
    const answer = await acme.request({ ...get, query, headers: { 'x-mine': '1', 'x-none': undefined } })
    expect(answer.json()).toEqual({ url: '/v1/things?q=a+b%26c&n=3&tag=x&tag=y' })
    expect(answer).toMatchObject({ status: 200, headers: { 'x-answer': 'a, b' } })
    expect(server.requests[0]?.headers).toMatchObject({ 'x-mine': '1', 'accept-encoding': 'identity' })
  })

  it('follow no redirect', async () => {
    const { acme, server } = await setUp((_, response) =>
      response.writeHead(302, { location: '/other' }).end(),
    )
    expect(await failureOf(acme.request(get))).toMatchObject({ reason: 'refused', status: 302 })
    expect(server.requests).toHaveLength(1)
  })

  it('hand over the statuses they accept, and refuse the others at once', async () => {
    const { acme, server } = await setUp((_, response) => response.writeHead(404).end('{"why":"gone"}'))
    const answer = await acme.request({ ...get, accepts: (status) => status === 404 })
    expect([answer.status, answer.json()]).toEqual([404, { why: 'gone' }])
    expect(await failureOf(acme.request(get))).toMatchObject({
      reason: 'refused',
      status: 404,
      code: outboundErrors.refused.code,
    })
    expect(server.requests).toHaveLength(2)
  })

  it('say when the answer is not JSON, too long, or packed unasked', async () => {
    const { acme } = await setUp((request, response) => {
      if (request.url === '/v1/packed') response.setHeader('content-encoding', 'gzip')
      response.end('<html>'.repeat(100))
    })
    const answer = await acme.request(get)
    expect(() => answer.json()).toThrow(expect.objectContaining({ reason: 'invalid_response' }))
    const long = acme.request({ ...get, maxBodyBytes: 100, idempotent: false })
    expect(await failureOf(long)).toMatchObject({ reason: 'invalid_response' })
    const packed = acme.request({ ...get, path: '/packed' })
    expect(await failureOf(packed)).toMatchObject({ reason: 'invalid_response' })
  })
})

describe('failures', () => {
  it('are typed when headers are slow, the body stalls, or the whole call takes too long', async () => {
    const listener: RequestListener = (request, response) => {
      if (request.url === '/v1/headers') return
      response.writeHead(200, { 'content-length': '100' }).write('part')
    }
    const change = { timeouts: { headers: 60, body: 60 }, retry: { attempts: 1 } }
    const { acme } = await setUp(listener, change)
    expect(await failureOf(acme.request({ ...get, path: '/headers' }))).toMatchObject({ reason: 'timeout' })
    expect(await failureOf(acme.request({ ...get, path: '/body' }))).toMatchObject({ reason: 'timeout' })
    const whole = await setUp(listener, { timeouts: { total: 80 } })
    expect(await failureOf(whole.acme.request({ ...get, path: '/headers' }))).toMatchObject({
      reason: 'timeout',
    })
  })

  it('are typed when the connection is reset, cut within the body, or refused', async () => {
    const { acme, server } = await setUp(
      (request, response) => {
        if (request.url === '/v1/reset') request.socket.resetAndDestroy()
        else
          response.writeHead(200, { 'content-length': '100' }).write('part', () => request.socket.destroy())
      },
      { retry: { attempts: 1 } },
    )
    expect(await failureOf(acme.request({ ...get, path: '/reset' }))).toMatchObject({ reason: 'unavailable' })
    expect(await failureOf(acme.request({ ...get, path: '/cut' }))).toMatchObject({ reason: 'unavailable' })
    await server.stop()
    open.pop()
    expect(await failureOf(acme.request(get))).toMatchObject({ reason: 'unavailable' })
  })

  it('end at once when the caller cancels, also during a wait', async () => {
    const { acme, server } = await setUp(
      (_, response) => response.writeHead(503, { 'retry-after': '20' }).end(),
      { breaker: { failures: 1 }, retry: { maxDelayMs: 30_000 }, timeouts: { total: 60_000 } },
    )
    const caller = new AbortController()
    const call = failureOf(acme.request({ ...get, signal: caller.signal, idempotent: false }))
    caller.abort()
    expect(await call).toMatchObject({ reason: 'cancelled' })
    const waiting = new AbortController()
    const start = performance.now()
    const second = failureOf(acme.request({ ...get, signal: waiting.signal }))
    await vi.waitUntil(() => server.requests.length > 0, patience)
    waiting.abort()
    expect(await second).toMatchObject({ reason: 'cancelled' })
    expect(performance.now() - start).toBeLessThan(15_000)
  })

  it('hold no body, header, path, query or address, whatever failed', async () => {
    const listener: RequestListener = (request, response) => {
      if (request.url?.startsWith('/v1/bad'))
        request.socket.end(`HTTP/1.1 200 OK\r\nbad header ${secret}\r\n\r\n${secret}`)
      else response.writeHead(500, { 'x-echo': secret }).end(secret)
    }
    const { acme, logs } = await setUp(listener)
    for (const path of [`/bad/${secret}`, `/${secret}`]) {
      const request = {
        ...post,
        path,
        idempotent: true,
        body: secret,
        query: { key: secret },
        headers: { authorization: secret },
      }
      const error = await failureOf(acme.request(request))
      const { inspect } = await import('node:util')
      expect(inspect(error, { depth: 9, showHidden: true }) + JSON.stringify(error)).not.toContain(secret)
    }
    expect(logs).not.toHaveLength(0)
    expect(JSON.stringify(logs)).not.toContain(secret)
  })
})

describe('retries', () => {
  it('send an idempotent request again after an outage, and give up after the last attempt', async () => {
    const { acme, server, logs } = await setUp(failing(2, (request) => request.socket.resetAndDestroy()))
    expect((await acme.request(get)).json()).toEqual({ ok: true })
    expect(server.requests).toHaveLength(3)
    expect(logs).toHaveLength(2)
    const never = await setUp((_, response) => response.writeHead(502).end())
    expect(await failureOf(never.acme.request(get))).toMatchObject({ reason: 'unavailable', status: 502 })
    expect(never.server.requests).toHaveLength(3)
  })

  it('send a POST once unless it says that it is idempotent', async () => {
    const { acme, server } = await setUp(failing(1, (_, response) => response.writeHead(503).end()))
    expect(await failureOf(acme.request(post))).toMatchObject({ reason: 'unavailable' })
    expect(server.requests).toHaveLength(1)
    const told = await setUp(failing(1, (_, response) => response.writeHead(503).end()))
    expect((await told.acme.request({ ...post, idempotent: true })).status).toBe(200)
  })

  it('send again when the body was cut, as nothing was handed over yet', async () => {
    const { acme } = await setUp(
      failing(1, (request, response) => {
        response.writeHead(200, { 'content-length': '50' }).write('{"ok"', () => request.socket.destroy())
      }),
    )
    expect((await acme.request(get)).json()).toEqual({ ok: true })
  })

  it.each([
    ['seconds', () => '1'],
    ['a date', () => new Date(Date.now() + 1999).toUTCString()],
  ])('wait as long as Retry-After says in %s', async (_name, header) => {
    const { acme, logs } = await setUp(
      failing(1, (_, response) => response.writeHead(429, { 'retry-after': header() }).end()),
    )
    expect((await acme.request(get)).json()).toEqual({ ok: true })
    const [[, fields]] = logs as [[string, { delay_ms: number }]]
    expect(fields.delay_ms).toBeGreaterThan(900)
    expect(fields.delay_ms).toBeLessThanOrEqual(2000)
  })

  it('do not ask again sooner than Retry-After says, but tell the caller', async () => {
    const { acme, server } = await setUp((_, response) =>
      response.writeHead(429, { 'retry-after': '30' }).end(),
    )
    expect(await failureOf(acme.request(get))).toMatchObject({
      reason: 'rate_limited',
      status: 429,
      retryAfterMs: 30_000,
    })
    expect(server.requests).toHaveLength(1)
  })

  it('stay within the whole call’s time', async () => {
    const { acme, server } = await setUp(
      (_, response) => response.writeHead(503, { 'retry-after': '20' }).end(),
      {
        retry: { maxDelayMs: 30_000 },
        timeouts: { total: 15_000 },
      },
    )
    const start = performance.now()
    expect(await failureOf(acme.request(get))).toMatchObject({ reason: 'unavailable', retryAfterMs: 20_000 })
    expect(performance.now() - start).toBeLessThan(10_000)
    expect(server.requests).toHaveLength(1)
  })
})

describe('circuit', () => {
  afterEach(() => {
    vi.useRealTimers()
  })

  it('opens after consecutive outages, fails at once, tries one call later, and closes', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: 1_790_000_000_000 })
    let isDown = true
    const { acme, server, logs } = await setUp(
      (_, response) => response.writeHead(isDown ? 500 : 200).end('{}'),
      {
        breaker: { failures: 3, halfOpenAfterMs: 10_000 },
        retry: { attempts: 1 },
      },
    )
    for (let count = 0; count < 3; count += 1) await failureOf(acme.request(get))
    vi.setSystemTime(Date.now() + 4000)
    expect(await failureOf(acme.request(get))).toMatchObject({ reason: 'unavailable', retryAfterMs: 6000 })
    expect(server.requests).toHaveLength(3)
    vi.setSystemTime(Date.now() + 6000)
    await failureOf(acme.request(get))
    await failureOf(acme.request(get))
    expect(server.requests).toHaveLength(4)
    isDown = false
    vi.setSystemTime(Date.now() + 10_000)
    expect((await acme.request(get)).status).toBe(200)
    expect((await acme.request(get)).status).toBe(200)
    expect(logs).toEqual(
      expect.arrayContaining([
        ['outbound.circuit_opened', expect.anything()],
        ['outbound.circuit_closed', expect.anything()],
      ]),
    )
  })

  it('is one a key, and does not mind refusals or rate limits', async () => {
    const statuses: Record<string, number> = { '/v1/down': 500, '/v1/no': 403, '/v1/slow': 429 }
    const { acme } = await setUp(
      (request, response) => response.writeHead(statuses[request.url ?? ''] ?? 200).end(),
      {
        breaker: { failures: 2 },
        retry: { attempts: 1 },
      },
    )
    for (const path of ['/no', '/slow', '/no', '/slow', '/no']) {
      expect((await failureOf(acme.request({ ...get, path }))).status).toBeDefined()
    }
    for (let count = 0; count < 2; count += 1)
      await failureOf(acme.request({ ...get, path: '/down', breakerKey: 'a' }))
    expect((await failureOf(acme.request({ ...get, breakerKey: 'a' }))).status).toBeUndefined()
    expect((await acme.request({ ...get, breakerKey: 'b' })).status).toBe(200)
  })
})

describe('places and rate', () => {
  it('sends no more at a time than allowed, lets some wait, and refuses the rest', async () => {
    const gate = Promise.withResolvers<void>()
    let [now, most] = [0, 0]
    const { acme } = await setUp(
      (_, response) => {
        now += 1
        most = Math.max(most, now)
        void gate.promise.then(() => {
          now -= 1
          return response.end('{}')
        })
      },
      { bulkhead: { concurrent: 2, queued: 3 }, retry: { attempts: 1 } },
    )
    const calls = Array.from({ length: 8 }, () => acme.request(get))
    const refused = await Promise.all(calls.slice(5).map((call) => failureOf(call)))
    expect(refused.map((error) => error.reason)).toEqual(['unavailable', 'unavailable', 'unavailable'])
    await vi.waitUntil(() => now === 2, patience)
    gate.resolve()
    expect(await Promise.all(calls.slice(0, 5))).toHaveLength(5)
    expect(most).toBe(2)
  })

  it('holds the place of a stream until its body was read', async () => {
    const { acme } = await setUp((_, response) => response.end('data'), {
      bulkhead: { concurrent: 1, queued: 0 },
      retry: { attempts: 1 },
    })
    const stream = await acme.stream(get)
    expect(await failureOf(acme.request(get))).toMatchObject({ reason: 'unavailable' })
    for await (const piece of stream.body) expect(Buffer.from(piece).toString()).toBe('data')
    await vi.waitFor(() => acme.request(get), patience)
  })

  it('keeps to the rate, and says when the turn would come too late', async () => {
    const { acme, server } = await setUp((_, response) => response.end('{}'), {
      ratePerSecond: 1,
      timeouts: { total: 2_500 },
    })
    const start = performance.now()
    const results = await Promise.allSettled(Array.from({ length: 20 }, () => acme.request(get)))
    const passed = results.filter((result) => result.status === 'fulfilled')
    expect(passed).toHaveLength(3)
    expect(server.requests).toHaveLength(3)
    expect(performance.now() - start).toBeGreaterThan(1_900)
    const late = results.find((result) => result.status === 'rejected')
    expect(late?.reason).toMatchObject({ reason: 'rate_limited', retryAfterMs: expect.any(Number) })
  })
})

describe('streams', () => {
  it('come piece by piece, and end the connection when the reader leaves', async () => {
    let isClosed = false
    const { acme } = await setUp((request, response) => {
      response.write('one')
      request.on('close', () => (isClosed = true))
    })
    const stream = await acme.stream(get)
    for await (const piece of stream.body) {
      expect(Buffer.from(piece).toString()).toBe('one')
      break
    }
    await vi.waitUntil(() => isClosed, patience)
  })

  it('fail typed when cut or stalled, and are not started again', async () => {
    const { acme, server } = await setUp(
      (request, response) => {
        response.write('one')
        if (request.url === '/v1/cut') setImmediate(() => request.socket.destroy())
      },
      { timeouts: { body: 60 } },
    )
    const drain = async (path: string) => {
      const stream = await acme.stream({ ...get, path })
      for await (const piece of stream.body) expect(piece.length).toBe(3)
    }
    expect(await failureOf(drain('/cut'))).toMatchObject({ reason: 'unavailable' })
    expect(await failureOf(drain('/stall'))).toMatchObject({ reason: 'timeout' })
    expect(server.requests).toHaveLength(2)
  })

  it('that nobody reads do no harm when they end', async () => {
    const { acme, server } = await setUp((_, response) => response.write('one'), { timeouts: { total: 100 } })
    const stream = await acme.stream(get)
    const [request] = server.requests
    if (request !== undefined && !request.closed) await once(request.socket, 'close')
    const read = async () => {
      for await (const piece of stream.body) expect(piece.length).toBe(3)
    }
    expect(await failureOf(read())).toMatchObject({ reason: 'timeout' })
  })
})

import { execFileSync } from 'node:child_process'
import { PGlite } from '@electric-sql/pglite'
import { createPgConfig } from '@electric-sql/pglite/node-postgres'
import { context, SpanStatusCode, trace } from '@opentelemetry/api'
import { defineErrors, failure } from '@triptych/kernel'
import { Redis } from 'ioredis'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startReceiver } from '../../test/http-receiver.ts'
import { hasRedisBinary, startRedis } from '../../test/redis-server.ts'
import { inSpan, startTracing, traceHeaders, withRemoteParent } from '../index.ts'
import type { SpanRecord, Tracing } from '../index.ts'

const sentence = 'Nobody would miss me if I were gone'

let tracing: Tracing
const spanNamed = (name: string): SpanRecord => {
  const found = tracing.finished().find((span) => span.name === name)
  if (found === undefined) throw new Error(`no span ${name}`)
  return found
}

describe('tracing', () => {
  beforeEach(async () => {
    tracing = await startTracing({ serviceName: 'test', exporter: { kind: 'memory' } })
  })
  afterEach(async () => {
    await tracing.close()
  })

  it('makes nested work one trace', async () => {
    const answer = await inSpan({ name: 'turn.create' }, () => inSpan({ name: 'ai.call' }, async () => 7))
    expect(answer).toBe(7)
    const [outer, inner] = [spanNamed('turn.create'), spanNamed('ai.call')]
    expect(inner.traceId).toBe(outer.traceId)
    expect(inner.parentSpanId).toBe(outer.spanId)
  })

  it('goes on in another process by W3C headers', async () => {
    const headers = await inSpan({ name: 'api.call', kind: 'client' }, async () => traceHeaders())
    expect(Object.keys(headers)).toEqual(['traceparent'])
    await withRemoteParent(headers, () => inSpan({ name: 'scoring.rank', kind: 'server' }, async () => 0))
    const [caller, callee] = [spanNamed('api.call'), spanNamed('scoring.rank')]
    expect(callee.traceId).toBe(caller.traceId)
    expect(callee.parentSpanId).toBe(caller.spanId)
  })

  it('starts a trace of its own when the headers carry none', async () => {
    await withRemoteParent({ traceparent: 'garbage' }, () => inSpan({ name: 'bus.handle' }, async () => 0))
    expect(spanNamed('bus.handle').parentSpanId).toBeUndefined()
  })

  it('marks failed work with its code and passes the error on', async () => {
    const errors = defineErrors('turn', { refused: { kind: 'rejected', title: 'Refused.' } })
    const work = inSpan({ name: 'turn.create' }, () =>
      Promise.reject(failure(errors.refused, { detail: sentence })),
    )
    await expect(work).rejects.toThrow('turn.refused')
    expect(spanNamed('turn.create')).toMatchObject({
      failed: true,
      attributes: { 'error.type': 'turn.refused' },
    })
  })

  it('keeps the names, attributes and codes that the platform gives', async () => {
    await inSpan({ name: 'handle kalei.turn.saved' }, async (span) => {
      span.setAttributes({ 'messaging.destination.name': 'kalei.turn.saved', 'triptych.attempt': 2 })
      span.setStatus({ code: SpanStatusCode.ERROR, message: 'bus.never_reported_back' })
    })
    await inSpan({ name: 'job spectrum.weekly' }, async () => 0)
    await inSpan({ name: 'GET openrouter' }, async () => 0)
    await inSpan({ name: 'ai-gateway.completeText' }, async () => 0)
    expect(tracing.finished().map(({ name }) => name)).toEqual([
      'handle kalei.turn.saved',
      'job spectrum.weekly',
      'GET openrouter',
      'ai-gateway.completeText',
    ])
    expect(spanNamed('handle kalei.turn.saved').attributes).toEqual({
      'messaging.destination.name': 'kalei.turn.saved',
      'triptych.attempt': 2,
      'error.type': 'bus.never_reported_back',
    })
  })

  it('lets no text out, whoever sets it', async () => {
    const remote = {
      traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
      tracestate: 'vendor=Nobody',
    }
    await withRemoteParent(remote, () =>
      inSpan({ name: 'turn.create', attributes: { feature: 'turn', reason: sentence } }, async (span) => {
        span.setAttribute('input', sentence)
        span.setAttribute('http.route', sentence)
        span.setStatus({ code: 2, message: sentence })
        span.recordException(new Error(sentence))
        span.addEvent(sentence, { text: sentence })
        trace.getTracer(sentence).startSpan(sentence, { links: [] }).end()
      }),
    )
    const text = JSON.stringify(tracing.finished())
    expect(text).not.toMatch(/Nobody|miss|gone/)
    expect(spanNamed('turn.create').attributes).toEqual({ feature: 'turn' })
    expect(spanNamed('turn.create').events[0]).toMatchObject({
      name: 'exception',
      attributes: {
        'exception.type': 'Error',
        'exception.stacktrace': expect.stringContaining('tracing.test.ts'),
      },
    })
    expect(spanNamed('unnamed').traceId).toBe('0af7651916cd43dd8448eb211c80319c')
  })
})

describe('tracing that is off', () => {
  it('runs the work and adds nothing', async () => {
    const none = await startTracing({ serviceName: 'test', exporter: { kind: 'none' } })
    expect(none.enabled).toBe(false)
    expect(await inSpan({ name: 'turn.create' }, async (span) => span.isRecording())).toBe(false)
    expect(traceHeaders()).toEqual({})
    await none.close()
  })

  it('loads no SDK and no Sentry', () => {
    const script = `
      import { registerHooks } from 'node:module'
      const seen = []
      registerHooks({ resolve: (name, context, next) => { seen.push(name); return next(name, context) } })
      const telemetry = await import('./src/index.ts')
      await telemetry.startTracing({ serviceName: 'test', exporter: { kind: 'none' } })
      await telemetry.startErrorReports({ dsn: undefined })
      telemetry.createMetrics()
      console.log(JSON.stringify(seen))`
    const output = execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })
    const loaded = JSON.parse(output) as string[]
    expect(loaded.some((name) => name === 'pino')).toBe(true)
    expect(loaded.filter((name) => /sdk-trace|exporter-trace|sentry|pino-pretty/.test(name))).toEqual([])
  })

  it('leaves nothing behind after it is closed', async () => {
    const once = await startTracing({
      serviceName: 'test',
      exporter: { kind: 'memory' },
      postgresClient: pg.Client,
    })
    const query = () => Reflect.get(pg.Client.prototype, 'query')
    const wrapped = query()
    await once.close()
    expect(query()).not.toBe(wrapped)
    expect(traceHeaders()).toEqual({})
    expect(await inSpan({ name: 'turn.create' }, async (span) => span.isRecording())).toBe(false)
  })
})

describe('the OTLP exporter', () => {
  it('sends what was redacted, and keeps the share it is told to', async () => {
    const receiver = await startReceiver()
    const url = `http://127.0.0.1:${receiver.port}/v1/traces`
    const otlp = await startTracing({
      serviceName: 'api',
      serviceVersion: '1.2.3',
      exporter: { kind: 'otlp', url },
    })
    await inSpan({ name: 'turn.create', attributes: { feature: 'turn' } }, async (span) => {
      span.setAttribute('text', sentence)
    })
    await otlp.close()
    expect(receiver.paths).toEqual(['/v1/traces'])
    expect(receiver.bodies.join('')).toContain('"turn.create"')
    expect(receiver.bodies.join('')).toContain('"api"')
    expect(receiver.bodies.join('')).not.toContain('Nobody')

    const none = await startTracing({ serviceName: 'api', exporter: { kind: 'otlp', url }, sampleRatio: 0 })
    await inSpan({ name: 'turn.create' }, async () => 0)
    await none.close()
    expect(receiver.paths).toHaveLength(1)
    await receiver.close()
  })
})

const postgresUrl = process.env['TEST_POSTGRES_URL']
const postgresLanes = [
  {
    name: 'embedded',
    runs: true,
    open: async () => {
      const pglite = await PGlite.create()
      return { config: createPgConfig(pglite), close: () => pglite.close() }
    },
  },
  {
    name: 'server',
    runs: postgresUrl !== undefined,
    // One connection: the table is its own.
    open: async () => ({
      config: { connectionString: postgresUrl ?? '', max: 1 },
      close: () => Promise.resolve(),
    }),
  },
]

describe.each(postgresLanes.filter((lane) => lane.runs))('the spans of Postgres ($name)', ({ open }) => {
  it('name the verb and hold neither statement nor values', async () => {
    const { config, close } = await open()
    tracing = await startTracing({
      serviceName: 'test',
      exporter: { kind: 'memory' },
      postgresClient: pg.Client,
    })
    const pool = new pg.Pool(config)
    await pool.query('create temp table notes (text text primary key)')
    expect(tracing.finished()).toEqual([])
    await inSpan({ name: 'mirror.save' }, async () => {
      const inside = await new Promise((resolve) => {
        pool.query('select 1', () => resolve(trace.getSpan(context.active())))
      })
      expect(inside).toBe(trace.getSpan(context.active()))
      await pool.query(`insert into notes values ('${sentence}')`)
      const { rows } = await pool.query({
        text: 'select text from notes where text = $1',
        values: [sentence],
      })
      expect(rows).toEqual([{ text: sentence }])
      await expect(pool.query('insert into notes values ($1)', [sentence])).rejects.toThrow()
    })
    const parent = spanNamed('mirror.save')
    expect(spanNamed('postgresql SELECT')).toMatchObject({
      parentSpanId: parent.spanId,
      attributes: { 'db.system.name': 'postgresql', 'db.operation.name': 'SELECT' },
    })
    const inserts = tracing.finished().filter((span) => span.name === 'postgresql INSERT')
    expect(inserts.map((span) => [span.failed, span.attributes['error.type']])).toEqual([
      [false, undefined],
      [true, '23505'],
    ])
    expect(JSON.stringify(tracing.finished())).not.toContain('Nobody')
    await pool.end()
    await close()
    await tracing.close()
  })
})

describe.skipIf(!hasRedisBinary)('the spans of Redis', () => {
  it('name the command and hold neither keys nor values', async () => {
    const server = await startRedis()
    tracing = await startTracing({ serviceName: 'test', exporter: { kind: 'memory' } })
    const redis = new Redis(server.url)
    await redis.ping()
    await inSpan({ name: 'quota.take' }, async () => {
      await redis.set(sentence, sentence)
      await expect(redis.incr(sentence)).rejects.toThrow('not an integer')
    })
    expect(spanNamed('redis SET')).toMatchObject({
      parentSpanId: spanNamed('quota.take').spanId,
      failed: false,
      attributes: { 'db.system.name': 'redis', 'db.operation.name': 'SET' },
    })
    expect(spanNamed('redis INCR').failed).toBe(true)
    expect(tracing.finished().some((span) => span.name === 'redis PING')).toBe(false)
    expect(JSON.stringify(tracing.finished())).not.toContain('Nobody')
    redis.disconnect()
    await server.dispose()
    await tracing.close()
  })
})

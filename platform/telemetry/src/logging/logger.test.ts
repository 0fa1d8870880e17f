import { defineErrors, failure, systemContext } from '@triptych/kernel'
import type { Context } from '@triptych/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keepLines } from '../../test/lines.ts'
import { createLogger, libraryLogger, startTracing, inSpan } from '../index.ts'

const clock = { now: () => Date.UTC(2026, 2, 1, 12, 0, 0, 5) }
const userId = '0195a1b2-0000-7000-8000-000000000001'
const requestId = '0195a1b2-0000-7000-8000-0000000000aa'

interface Loose {
  info(...input: unknown[]): void
  child(fields: object): Loose
}

function kept(overrides: { level?: 'debug' | 'info'; userKey?: string; pretty?: boolean } = {}) {
  const lines = keepLines()
  const logger = createLogger({
    level: 'info',
    service: 'server',
    clock,
    destination: lines.destination,
    ...overrides,
  })
  return { logger, ...lines }
}

function contextOf(user: string): Context {
  const context = systemContext({ clock, newId: () => requestId, userId: user, caller: 'ai-gateway' })
  return { ...context, tenant: { organizationId: '0195a1b2-0000-7000-8000-0000000000bb', role: 'owner' } }
}

describe('a log line', () => {
  it('has an ISO time, a level, the service, the event and its fields', () => {
    const { logger, lines } = kept()
    logger.info({ port: 3000, cached: false }, 'server.listening')
    expect(lines()).toEqual([
      {
        level: 'info',
        time: '2026-03-01T12:00:00.005Z',
        service: 'server',
        event: 'server.listening',
        port: 3000,
        cached: false,
      },
    ])
  })

  it('is written from its level up', () => {
    const { logger, lines } = kept({ level: 'info' })
    logger.debug('cache.read')
    logger.warn('cache.slow')
    expect(lines().map((line) => line['event'])).toEqual(['cache.slow'])
  })

  it('inherits the fields of a child', () => {
    const { logger, lines } = kept()
    logger.child({ module: 'billing' }).child({ job: 'billing.reconcile' }).info({ count: 3 }, 'job.finished')
    expect(lines()[0]).toMatchObject({ module: 'billing', job: 'billing.reconcile', count: 3 })
  })

  it('reads well at a terminal', () => {
    const { logger, text } = kept({ pretty: true })
    logger.warn({ provider: 'openrouter' }, 'outbound.circuit_opened')
    expect(text()).toMatch(/WARN: outbound\.circuit_opened.*"provider":"openrouter"/)
  })
})

describe('a logger bound to a call', () => {
  it('carries request, organisation, caller and a hash of the user', () => {
    const { logger, lines, text } = kept({ userKey: 'key' })
    logger.for(contextOf(userId)).info('turn.saved')
    expect(lines()[0]).toMatchObject({
      request_id: requestId,
      organization_id: '0195a1b2-0000-7000-8000-0000000000bb',
      caller: 'ai-gateway',
      user: expect.stringMatching(/^u1\.[0-9a-f]{20}$/),
    })
    expect(text()).not.toContain(userId)
  })

  it('gives one person one hash under one key, and another under another key', () => {
    const hashOf = (userKey: string, user: string) => {
      const { logger, lines } = kept({ userKey })
      logger.for(contextOf(user)).info('turn.saved')
      return lines()[0]?.['user']
    }
    expect(hashOf('a', userId)).toBe(hashOf('a', userId))
    expect(hashOf('a', userId)).not.toBe(hashOf('b', userId))
    expect(hashOf('a', userId)).not.toBe(hashOf('a', userId.replace('1', '2')))
  })

  it('names the trace and span that are active', async () => {
    const tracing = await startTracing({ serviceName: 'test', exporter: { kind: 'memory' } })
    const { logger, lines } = kept()
    await inSpan({ name: 'turn.generate' }, async () => {
      logger.info('turn.saved')
    })
    const [span] = tracing.finished()
    expect(lines()[0]).toMatchObject({ trace_id: span?.traceId, span_id: span?.spanId })
    await tracing.close()
  })
})

describe('what a log line lets through', () => {
  it('drops undeclared fields and says how many', () => {
    const { logger, lines } = kept()
    logger.info({ count: 1, text: 'Nobody would miss me', note: { a: 1 } } as object, 'mirror.saved')
    expect(lines()[0]).toMatchObject({ count: 1, dropped_fields: 2 })
    expect(lines()[0]).not.toHaveProperty('text')
  })

  it('masks a declared field whose value has another shape', () => {
    const { logger, lines } = kept()
    logger.info({ reason: 'Nobody would miss me', count: 'many' as unknown as number }, 'mirror.refused')
    expect(lines()[0]).toMatchObject({ reason: '[masked]', count: '[masked]' })
  })

  it('refuses events put together at run time, in its types and when running', () => {
    const { logger, lines } = kept()
    const entry: string = 'Nobody would miss me'
    // @ts-expect-error a string that is only known at run time
    logger.info(entry)
    // @ts-expect-error a template with parts
    logger.info(`mirror.saved: ${entry}`)
    // @ts-expect-error a field nobody declared
    logger.info({ text: entry }, 'mirror.saved')
    expect(lines().map((line) => line['event'])).toEqual([
      'log.event_refused',
      'log.event_refused',
      'mirror.saved',
    ])
  })

  it('lets no sentence out, whatever name or place it is given', () => {
    const { logger, text } = kept()
    const loose = logger as unknown as Loose
    const sentence = fc
      .array(fc.stringMatching(/^[A-Za-z]{3,9}$/), { minLength: 3, maxLength: 8 })
      .map((words) => `${words.join(' ')} zq`)
    fc.assert(
      fc.property(sentence, fc.string(), (words, name) => {
        loose.info(words)
        loose.info(words, 'mirror.saved')
        loose.info('mirror.saved', words)
        loose.info({ [name]: words, [words]: 1, reason: words, route: words, request_id: words }, words)
        loose.child({ reason: words, [name]: words }).info(new Error(words))
        expect(text()).not.toContain(words)
      }),
      { numRuns: 200 },
    )
  })

  it('survives values that throw when they are read', () => {
    const { logger, lines } = kept()
    const hostile = {
      get count(): number {
        throw new Error('no')
      },
    }
    logger.info(hostile, 'mirror.saved')
    expect(lines()[0]).toMatchObject({ event: 'mirror.saved', count: '[masked]' })
  })
})

describe('an error in a log line', () => {
  const errors = defineErrors('turn', { refused: { kind: 'rejected', title: 'Refused.' } })

  it('keeps code, kind, own frames and the names of its causes', () => {
    const { logger, lines } = kept()
    const cause = Object.assign(new TypeError('Nobody would miss me'), { code: 'ECONNREFUSED' })
    logger.error({ error: failure(errors.refused, { detail: 'Nobody', cause }) }, 'turn.failed')
    expect(lines()[0]?.['error']).toMatchObject({
      name: 'AppError',
      code: 'turn.refused',
      kind: 'rejected',
      causes: ['TypeError ECONNREFUSED'],
      stack: expect.arrayContaining([
        expect.stringContaining('platform/telemetry/src/logging/logger.test.ts'),
      ]),
    })
  })

  it('can be given as pino takes it', () => {
    const { logger, lines } = kept()
    libraryLogger(logger, 'fastify').error({ err: new RangeError('Nobody') }, 'Nobody would miss me')
    expect(lines()[0]).toMatchObject({ event: 'fastify.log', error: { name: 'RangeError' } })
  })
})

describe('the logger for libraries', () => {
  it('keeps own events and fields, and turns chatter down', () => {
    const { logger, lines } = kept()
    const library = libraryLogger(logger, 'fastify').child({ reqId: requestId })
    library.info({ status: 200, responseTime: 12 }, 'http.request')
    library.info('Server listening at http://127.0.0.1:3000')
    expect(lines()).toHaveLength(1)
    expect(lines()[0]).toMatchObject({ event: 'http.request', request_id: requestId, duration_ms: 12 })
  })
})

import { serviceKeysFromSecret, serviceTokenSigner } from '@triptych/kernel/server'
import { decide, type DecisionInput, maximumFeatures } from '@triptych/oo-policies'
import { createLogger, startTracing, type Tracing } from '@triptych/telemetry'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { audience, buildScoringServer } from '../src/server.ts'

const secret = Buffer.alloc(32, 7).toString('base64')
let app: FastifyInstance
let tracing: Tracing

beforeAll(async () => {
  tracing = await startTracing({ serviceName: 'scoring', exporter: { kind: 'memory' } })
  const { publicKeys } = await serviceKeysFromSecret('recommender', secret)
  app = buildScoringServer({ keys: publicKeys, logger: createLogger({ level: 'silent' }) })
})

afterAll(async () => {
  await app.close()
  await tracing.close()
})

/** A token as the recommender signs it. */
async function token(change: { secret?: string; callee?: string } = {}): Promise<string> {
  const keys = await serviceKeysFromSecret('recommender', change.secret ?? secret)
  return serviceTokenSigner(keys.privateKeyOf).sign(change.callee ?? audience, {
    actor: { kind: 'system' },
    caller: 'recommender',
    requestId: 'one',
    deadline: 0,
    signal: new AbortController().signal,
  } as never)
}

const input = (size: number, width: number): DecisionInput => ({
  policy: { id: 'linucb', version: 1, parameters: {} },
  state: { featureNames: [], precision: [[0]], target: [0] },
  context: { hour: 0.4 },
  featureNames: Array.from({ length: width }, (_, index) => `feature ${index}`),
  candidates: Array.from({ length: size }, (_, index) => ({
    id: `c${index}`,
    source: 'integrations.todoist.tasks',
    features: Array.from({ length: width }, (_value, at) => Math.sin(index * width + at)),
  })),
  epsilon: 0.05,
  seed: 'seed',
})

async function post(body: unknown, headers: Record<string, string> = {}) {
  const authorization = `Bearer ${await token()}`
  return app.inject({
    method: 'POST',
    url: '/score',
    headers: { authorization, ...headers },
    body: body as object,
  })
}

describe('a decision', () => {
  it('is the one that the caller would have made', async () => {
    const response = await post(input(20, 3))
    expect(response.statusCode).toBe(200)
    expect(response.json()).toEqual(decide(input(20, 3)))
  })

  it('may be among 1,000 candidates with as many features as there can be', async () => {
    const wide = {
      ...input(1_000, maximumFeatures),
      policy: { id: 'random', version: 0, parameters: {} },
      state: null,
    }
    const response = await post(wide)
    expect(response.json()).toEqual(decide(wide))
  })

  it('continues the trace of its caller', async () => {
    const traceId = '4bf92f3577b34da6a3ce929d0e0e4736'
    await post(input(2, 1), { traceparent: `00-${traceId}-00f067aa0ba902b7-01` })
    await tracing.flush()
    expect(tracing.finished()).toContainEqual(
      expect.objectContaining({ name: 'POST /score', traceId, parentSpanId: '00f067aa0ba902b7' }),
    )
  })
})

describe('what is refused', () => {
  it.each([
    ['no token', () => Promise.resolve({})],
    [
      'a token of another secret',
      async () => ({ authorization: `Bearer ${await token({ secret: 'other' })}` }),
    ],
    [
      'a token for another process',
      async () => ({ authorization: `Bearer ${await token({ callee: 'turn' })}` }),
    ],
  ])('%s', async (_name, headers: () => Promise<Record<string, string>>) => {
    const response = await app.inject({
      method: 'POST',
      url: '/score',
      headers: await headers(),
      body: input(2, 1),
    })
    expect(response.statusCode).toBe(401)
    expect(response.headers['content-type']).toContain('application/problem+json')
    expect(response.headers['www-authenticate']).toBe('Bearer')
  })

  it.each([
    [
      'candidates.1.features',
      { ...input(2, 1), candidates: [input(2, 1).candidates[0], { id: 'b', source: 's', features: [] }] },
    ],
    ['epsilon', { ...input(2, 1), epsilon: 0 }],
    ['policy.id', { ...input(2, 1), policy: { id: 'best', version: 1, parameters: {} } }],
    ['policy.version', { ...input(2, 1), policy: { id: 'linucb', version: 9, parameters: {} } }],
    ['candidates', { ...input(1_001, 1) }],
    ['input', []],
  ])('a wrong %s, by its name', async (field, body) => {
    const response = await post(body)
    expect(response.statusCode).toBe(400)
    expect(response.headers['content-type']).toContain('application/problem+json')
    expect(response.json()).toMatchObject({ code: 'request.invalid', errors: [{ path: field }] })
  })

  it.each([
    [400, '{"seed":', 'is not valid JSON'],
    [413, `"${'x'.repeat(5 * 1024 * 1024)}"`, 'too large'],
  ])('a body that cannot be read (%d)', async (status, body, reason) => {
    const response = await post(body, { 'content-type': 'application/json' })
    expect(response.statusCode).toBe(status)
    expect(response.json<{ detail: string }>().detail).toContain(reason)
  })

  it('an address that is not there', async () => {
    const response = await app.inject('/scores')
    expect([response.statusCode, response.json<{ code: string }>().code]).toEqual([404, 'request.not_found'])
  })
})

it('tells everybody that it is well and which policies it has', async () => {
  const response = await app.inject('/health')
  expect(response.json()).toMatchObject({
    status: 'ok',
    policies: [{ id: 'random', version: 0 }, {}, {}, {}],
  })
})

import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type AnyModule, version } from '@triptych/runtime'
import {
  bootModules,
  eventually,
  type Reply,
  sampleOf,
  send,
  signUp,
  type TestSystem,
} from '@triptych/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadDataKey, modules } from '../src/modules.ts'
import { startCollector } from './telemetry/collector.ts'

const privateSentence = 'a private sentence'
const names = modules.map((module) => module.contract.name as string)

/** The module with one route more, beside its operations, which fails as no one expects. */
const withBrokenRoute = (module: AnyModule): AnyModule => ({
  ...module,
  edge(deps) {
    const edge = module.edge?.(deps)
    return {
      ...edge,
      async routes(app) {
        await edge?.routes?.(app)
        app.post('/broken/:id', () => {
          throw Object.assign(new TypeError(privateSentence), { code: 'test.broken' })
        })
      },
    }
  },
})

describe('what the assembled product tells', () => {
  let collector: Awaited<ReturnType<typeof startCollector>>
  let system: TestSystem
  const lines: string[] = []
  const linesOf = (event: string) =>
    lines.map((line) => JSON.parse(line) as Record<string, unknown>).filter((line) => line['event'] === event)

  /** What is logged of a request once its answer has gone out. */
  const lineOf = ({ headers }: Reply) =>
    eventually(() => {
      const id = headers.get('x-request-id')
      const line = linesOf('http.request').find((one) => one['request_id'] === id)
      if (line === undefined) throw new Error('the request is not logged yet')
      return line
    })

  beforeAll(async () => {
    collector = await startCollector()
    const [first, ...others] = modules
    if (first === undefined) throw new Error('there is a module')
    system = await bootModules({
      modules: [withBrokenRoute(first), ...others],
      database: 'embedded',
      loadDataKey,
      onLog: (line) => lines.push(line),
      environment: { SENTRY_DSN: collector.dsn, REDIS_URL: 'redis://127.0.0.1:1' },
    })
  })
  afterAll(async () => {
    await system.close()
    await collector.close()
  })

  it('is where a route beside the operations failed, once, without a word of it', async () => {
    const reply = await send(system, 'POST', '/broken/17', { body: { text: privateSentence } })
    expect(reply).toMatchObject({ status: 500, body: { code: 'request.internal' } })
    const [report] = await eventually(() => {
      const all = collector.reports()
      if (all.length === 0) throw new Error('nothing was reported yet')
      return all
    })
    const { request_id: requestId } = reply.body as { request_id: string }
    expect(report).toMatchObject({
      environment: 'test',
      release: version,
      tags: { code: 'test.broken', request_id: requestId, route: '/broken/:id', method: 'POST' },
      exception: { values: [{ type: 'TypeError', value: 'test.broken' }] },
    })
    expect(collector.text()).not.toContain('private')
    expect(linesOf('http.request_failed')).toEqual([expect.objectContaining({ request_id: requestId })])
  })

  it('is who asked, as the same hash in every line, and nobody where nobody is signed in', async () => {
    const person = await signUp(system)
    const first = await lineOf(await person.send('GET', '/api/v1/me'))
    expect(first).toMatchObject({ method: 'GET', route: '/api/v1/me', status: 200 })
    expect(first['user']).toMatch(/^u1\.[0-9a-f]{20}$/)
    const second = await lineOf(await person.send('GET', '/api/v1/billing/entitlements'))
    expect(second['user']).toBe(first['user'])
    expect(lines.join('')).not.toContain(person.userId)
    expect(await lineOf(await send(system, 'GET', '/health'))).not.toHaveProperty('user')
  })

  it('is every use that goes on without the key-value store', async () => {
    const person = await signUp(system)
    const key = { 'idempotency-key': crypto.randomUUID() }
    await person.send('PATCH', '/api/v1/me/profile', { headers: key, body: { full_name: 'Ada' } })
    await person.send('GET', '/api/v1/billing/entitlements')
    const failed = (module: string, call: string) =>
      sampleOf(system, `triptych_kv_fallbacks_total{module="${module}",kv_call="${call}"}`)
    // Limits, the claim of a key, the mark of a change, the cache of what people may.
    expect(await failed('edge', 'consume')).toBeGreaterThan(0)
    expect(await failed('identity', 'set')).toBeGreaterThan(0)
    expect(await failed('identity', 'get')).toBeGreaterThan(0)
    expect(await failed('billing', 'get')).toBeGreaterThan(0)
    const bypassed = 'triptych_cache_reads_total{cache="entitlements",hit="bypass"}'
    expect(await sampleOf(system, bypassed)).toBeGreaterThan(0)
  })

  it('is the dead letters of every source, and what waits', async () => {
    const dead = (source: string, module: string) =>
      sampleOf(system, `triptych_dead_letters{dead_source="${source}",module="${module}"}`)
    for (const module of names) expect(await dead('bus', module), module).toBe(0)
    expect(await dead('webhooks', 'billing')).toBe(0)
    expect(await dead('notifications', 'notifications')).toBe(0)
    expect(await dead('jobs', 'notifications')).toBe(0)
    expect(await sampleOf(system, 'triptych_jobs_waiting{job="notifications.tidy_emails"}')).toBe(0)
    await system.database.asOwner(
      `insert into jobs.job_common (id, name, state, data, source_name)
       values (gen_random_uuid(), 'dead_letters', 'created', '{}', 'notifications.tidy_emails'),
              (gen_random_uuid(), 'dead_letters', 'created', '{}', 'notifications.tidy_pushes')`,
    )
    expect(await dead('jobs', 'notifications')).toBe(2)
  })

  it('is how many requests are open', async () => {
    await eventually(async () => {
      expect(await sampleOf(system, 'triptych_http_requests_in_flight')).toBe(0)
    })
  })
})

it('what nothing catches is logged and reported before the process ends', async () => {
  const collector = await startCollector()
  const script = join(import.meta.dirname, 'telemetry/uncaught-process.ts')
  const ended = promisify(execFile)(process.execPath, [script, collector.dsn])
  await expect(ended).rejects.toMatchObject({
    code: 1,
    stdout: expect.stringContaining('"server.uncaught_error"'),
  })
  expect(collector.reports()).toMatchObject([
    { environment: 'test', release: '1.2.3', tags: { code: 'test.nobody_caught_it' } },
  ])
  expect(collector.text()).not.toContain('private')
  await collector.close()
})

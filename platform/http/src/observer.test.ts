import { request } from 'node:http'
import { type Actor, defineContract, emptyInput, newId, operation, systemClock } from '@triptych/kernel'
import { createClient, createDispatcher, localLink } from '@triptych/kernel/server'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { z } from 'zod'
import { silent } from '../test/silent-logger.ts'
import { buildPublicServer, type HttpObserver } from './index.ts'

const contract = defineContract({
  name: 'notes',
  description: 'Notes for tests',
  operations: {
    fail: operation({
      summary: 'Fail',
      access: { who: 'user' },
      http: { method: 'GET', path: '/fail' },
      input: emptyInput,
      output: z.object({}),
    }),
  },
})
const person: Actor = {
  kind: 'user',
  userId: newId(),
  sessionId: newId(),
  roles: ['user'],
  authenticatedAt: systemClock.now(),
  emailVerified: true,
}

const seen = {
  open: 0,
  answered: [] as Parameters<HttpObserver['answered']>[0][],
  failed: [] as Parameters<HttpObserver['failed']>[0][],
}
const observer: HttpObserver = {
  opened: () => void (seen.open += 1),
  closed: () => void (seen.open -= 1),
  answered: (fact) => void seen.answered.push(fact),
  failed: (fact) => void seen.failed.push(fact),
}
const broken = new TypeError('no one expected this')
let arrived: PromiseWithResolvers<void>

let app: FastifyInstance
let address: string
beforeAll(async () => {
  const dispatcher = createDispatcher({
    contract,
    handlers: { fail: () => Promise.reject(broken) },
    clock: systemClock,
    onUnexpected: () => undefined,
  })
  app = await buildPublicServer({
    platform: {
      authenticator: {
        identify: () => Promise.resolve({ actor: person, via: 'bearer' }),
        tenantOf: () => Promise.reject(new Error('not asked')),
      },
      limiter: {
        consume: () => Promise.resolve({ allowed: true, remaining: 1, retryAfterMs: 0, resetAt: 0 }),
      },
      clock: systemClock,
      newId,
      hosts: [],
      origins: [],
      trustedProxies: [],
      logger: silent,
      observer,
      secureTransport: false,
      overloadDelayMs: 0,
    },
    modules: [{ contract, client: createClient(contract, localLink(dispatcher, { clone: false })) }],
    info: { title: 'Test', version: '1' },
    health: () => Promise.resolve({ status: 'ok', modules: [], components: [] }),
    routes: [
      (server) => {
        server.get('/pages/:name', () => {
          throw broken
        })
        server.get('/slow', () => {
          arrived.resolve()
          return new Promise(() => undefined)
        })
      },
    ],
  })
  address = await app.listen({ host: '127.0.0.1', port: 0 })
})
afterAll(() => app.close())
beforeEach(() => {
  arrived = Promise.withResolvers<void>()
  seen.answered = []
  seen.failed = []
})

it('is told of a failure beside the operations, by the pattern of its route', async () => {
  const reply = await fetch(`${address}/pages/secret-name`)
  const requestId = reply.headers.get('x-request-id')
  const fact = { requestId, method: 'GET', route: '/pages/:name' }
  expect(seen.failed).toEqual([{ ...fact, error: broken }])
  await expect.poll(() => seen.answered).toMatchObject([{ ...fact, status: 500, userId: undefined }])
})

it('is told who asked, and not again what an operation failed with', async () => {
  expect((await fetch(`${address}/api/v1/fail`)).status).toBe(500)
  const fact = { route: '/api/v1/fail', status: 500, userId: person.userId }
  await expect.poll(() => seen.answered).toMatchObject([fact])
  expect(seen.failed).toEqual([])
})

it('knows what is open, also when a client leaves before its answer', async () => {
  const client = request(`${address}/slow`, { agent: false })
  client.on('error', () => undefined)
  client.end()
  await arrived.promise
  await expect.poll(() => seen.open).toBe(1)
  client.destroy()
  await expect.poll(() => seen.open).toBe(0)
})

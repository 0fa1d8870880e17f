import { once } from 'node:events'
import {
  type Actor,
  defineContract,
  failure,
  type Handlers,
  newId,
  operation,
  requestErrors,
  systemClock,
} from '@triptych/kernel'
import { createClient, createDispatcher, localLink } from '@triptych/kernel/server'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { silent } from '../test/silent-logger.ts'
import { buildPublicServer } from './index.ts'

const contract = defineContract({
  name: 'board',
  description: 'A board for tests',
  operations: {
    look: operation({
      summary: 'Look',
      access: { who: 'user', organization: 'member' },
      http: { method: 'GET', path: '/boards/{name}' },
      input: z.strictObject({ name: z.string() }),
      output: z.object({ name: z.string(), value: z.number() }),
      live: { everyMs: 5 },
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
const organizationId = newId()
const state = { value: 1, isSignedIn: true, via: 'cookie' as 'cookie' | 'bearer' }
const looks: Record<string, number> = { seats: 0, other: 0 }

const handlers: Handlers<typeof contract> = {
  look(_context, { name }) {
    looks[name] = (looks[name] ?? 0) + 1
    return Promise.resolve({ name, value: state.value })
  },
}

let app: FastifyInstance
let address: string
beforeAll(async () => {
  const dispatcher = createDispatcher({
    contract,
    handlers,
    clock: systemClock,
    onUnexpected: () => undefined,
  })
  app = await buildPublicServer({
    platform: {
      authenticator: {
        identify: () =>
          state.isSignedIn
            ? Promise.resolve({ actor: person, via: state.via })
            : Promise.reject(failure(requestErrors.unauthenticated)),
        tenantOf: (_context, requested) =>
          requested === organizationId
            ? Promise.resolve({ organizationId, role: 'member' })
            : Promise.reject(failure(requestErrors.not_found)),
      },
      limiter: {
        consume: () => Promise.resolve({ allowed: true, remaining: 1, retryAfterMs: 0, resetAt: 0 }),
      },
      clock: systemClock,
      newId,
      origins: ['http://localhost:3000'],
      hosts: ['127.0.0.1'],
      trustedProxies: [],
      logger: silent,
      secureTransport: false,
      overloadDelayMs: 0,
    },
    modules: [{ contract, client: createClient(contract, localLink(dispatcher, { clone: true })) }],
    info: { title: 'Test', version: '0' },
    health: () => Promise.resolve({ status: 'ok', modules: [], components: [] }),
    routes: [],
  })
  address = (await app.listen({ host: '127.0.0.1', port: 0 })).replace('http', 'ws')
})
afterAll(() => app.close())

const ours = 'http://localhost:3000'

function openSocket(origin: string, { organization = organizationId, board = 'seats' } = {}) {
  const url = `${address}/api/v1/boards/${board}?organization_id=${organization}`
  const socket = new WebSocket(url, { headers: { origin } } as unknown as string[])
  const heard: unknown[] = []
  let wake = (): void => undefined
  socket.addEventListener('message', ({ data }) => {
    heard.push(JSON.parse(data as string))
    wake()
  })
  const next = async (count: number): Promise<unknown[]> => {
    while (heard.length < count) await new Promise<void>((resolve) => (wake = resolve))
    return heard
  }
  return { socket, next, closed: once(socket, 'close') as Promise<[CloseEvent]> }
}

/** Until the board was looked at so often more. */
const looked = (board: 'seats' | 'other', times: number) => {
  const before = looks[board] ?? 0
  return expect.poll(() => looks[board] ?? 0).toBeGreaterThanOrEqual(before + times)
}

it('says the answer, again only when it has changed, and looks no more when nobody watches', async () => {
  const { socket, next, closed } = openSocket(ours)
  expect(await next(1)).toEqual([{ name: 'seats', value: 1 }])
  await looked('seats', 3)
  state.value = 2
  expect(await next(2)).toEqual([
    { name: 'seats', value: 1 },
    { name: 'seats', value: 2 },
  ])
  socket.close()
  await closed
  const other = openSocket(ours, { board: 'other' })
  await looked('other', 1)
  const { seats } = looks
  await looked('other', 5)
  expect(looks['seats']).toBe(seats)
  other.socket.close()
})

it('refuses another site’s page, another organisation, and whoever has signed out meanwhile', async () => {
  const reasonOf = async (closed: Promise<[CloseEvent]>) => {
    const [{ code, reason }] = await closed
    return [code, reason]
  }
  expect(await reasonOf(openSocket('https://evil.example').closed)).toEqual([1008, 'request.forbidden'])
  expect(await reasonOf(openSocket(ours, { organization: newId() }).closed)).toEqual([
    1008,
    'request.not_found',
  ])
  const { next, closed } = openSocket(ours)
  await next(1)
  state.isSignedIn = false
  expect(await reasonOf(closed)).toEqual([1008, 'request.unauthenticated'])
  state.isSignedIn = true
})

it('lets a program look from anywhere, by its token', async () => {
  state.via = 'bearer'
  const { socket, next } = openSocket('https://elsewhere.example')
  expect(await next(1)).toHaveLength(1)
  socket.close()
})

import {
  defineContract,
  emptyInput,
  type Handlers,
  newId,
  noOutput,
  operation,
  refuseFlood,
  systemClock,
} from '@triptych/kernel'
import { createClient, createDispatcher, localLink } from '@triptych/kernel/server'
import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { countingLimiter } from '../test/counting-limiter.ts'
import { silent } from '../test/silent-logger.ts'
import { buildPublicServer } from './index.ts'

const flood = { per: 'actor', perMinute: 2, takenInside: 'desk.requests' } as const
const asked = { input: emptyInput, output: noOutput } as const

const contract = defineContract({
  name: 'desk',
  description: 'A desk for tests',
  operations: {
    file: operation({
      ...asked,
      summary: 'File',
      access: { who: 'user', organization: 'member' },
      http: { method: 'POST', path: '/file' },
      limits: [
        { per: 'actor', perMinute: 2 },
        { per: 'tenant', perMinute: 3 },
      ],
    }),
    look: operation({
      ...asked,
      summary: 'Look',
      access: { who: 'user', organization: 'member' },
      http: { method: 'GET', path: '/look' },
    }),
    call: operation({
      ...asked,
      summary: 'Call for help, or for anything else',
      access: { who: 'user' },
      http: { method: 'POST', path: '/call' },
      limits: [flood],
    }),
  },
})

const limiter = countingLimiter()
const handlers: Handlers<typeof contract> = {
  file: () => Promise.resolve(),
  look: () => Promise.resolve(),
  call: (context) => refuseFlood(limiter, flood, context),
}

let app: FastifyInstance
let asks: (person: string, organization: string, url: string) => Promise<[number, string]>

beforeEach(async () => {
  const dispatcher = createDispatcher({
    contract,
    handlers,
    clock: systemClock,
    onUnexpected: () => undefined,
  })
  app = await buildPublicServer({
    platform: {
      authenticator: {
        identify: ({ headers: { authorization = '' } }) =>
          Promise.resolve({
            via: 'bearer',
            actor: {
              kind: 'user',
              userId: authorization,
              sessionId: newId(),
              roles: [],
              authenticatedAt: 0,
              emailVerified: true,
            },
          }),
        tenantOf: (_context, organizationId = '') => Promise.resolve({ organizationId, role: 'member' }),
      },
      limiter,
      clock: systemClock,
      newId,
      hosts: [],
      origins: [],
      trustedProxies: [],
      logger: silent,
      secureTransport: false,
      overloadDelayMs: 0,
    },
    modules: [{ contract, client: createClient(contract, localLink(dispatcher, { clone: true })) }],
    info: { title: 'Test', version: '1' },
    health: () => Promise.resolve({ status: 'ok', modules: [], components: [] }),
    routes: [],
  })
  asks = async (person, organization, url) => {
    const { statusCode, headers } = await app.inject({
      method: url === '/look' ? 'GET' : 'POST',
      url: `/api/v1${url}`,
      headers: { authorization: person, 'x-organization-id': organization },
      ...(url === '/look' ? {} : { payload: {} }),
    })
    return [
      statusCode,
      `${headers['ratelimit-remaining'] as string} of ${headers['ratelimit-limit'] as string}`,
    ]
  }
})
afterEach(() => app.close())

it('slows a flood of one organisation, and no other organisation', async () => {
  const [crowded, calm] = [newId(), newId()]
  expect(await asks(newId(), crowded, '/file')).toEqual([204, '1 of 2'])
  expect(await asks(newId(), crowded, '/file')).toEqual([204, '1 of 2'])
  expect(await asks(newId(), crowded, '/file')).toEqual([204, '0 of 3'])
  expect(await asks(newId(), crowded, '/file')).toEqual([429, '0 of 3'])
  expect(await asks(newId(), calm, '/file')).toEqual([204, '1 of 2'])
})

it('slows a person before their flood takes what the organisation has', async () => {
  const [person, organization] = [newId(), newId()]
  for (let sent = 0; sent < 9; sent += 1) await asks(person, organization, '/file')
  expect(await asks(person, organization, '/file')).toEqual([429, '0 of 2'])
  expect(await asks(newId(), organization, '/file')).toEqual([204, '0 of 3'])
})

it('gives an organisation ten times what a person has, unless an operation says otherwise', async () => {
  const consume = vi.spyOn(limiter, 'consume')
  expect(await asks(newId(), newId(), '/look')).toEqual([204, '599 of 600'])
  expect(consume.mock.calls.map(([{ capacity }]) => capacity)).toEqual([600, 6_000])
})

it('tells what is left of a limit that the handler takes from itself', async () => {
  const person = newId()
  expect(await asks(person, '', '/call')).toEqual([204, '1 of 2'])
  expect(await asks(person, '', '/call')).toEqual([204, '0 of 2'])
  expect(await asks(person, '', '/call')).toEqual([429, '0 of 2'])
})

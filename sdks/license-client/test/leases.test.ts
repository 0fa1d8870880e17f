import { generateKeyPair, SignJWT } from 'jose'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { LeaseVerdict } from '../src/index.ts'
import { alter } from './support/authority.ts'
import { minute, World } from './support/world.ts'

let world: World

beforeEach(async () => {
  world = await World.create()
})
afterEach(() => world.server.close())

type Tampering = (world: World) => void

const foreignToken = async (): Promise<string> => {
  const { privateKey } = await generateKeyPair('Ed25519')
  return new SignJWT({})
    .setProtectedHeader({ alg: 'Ed25519', typ: 'coditect-lease+jwt', kid: 'somebody' })
    .sign(privateKey)
}

const tampered: readonly (readonly [name: string, verdict: LeaseVerdict, tamper: Tampering])[] = [
  ['that is no lease', 'malformed', ({ server }) => void (server.token = () => 'hello')],
  ['signed by somebody else', 'unknown_key', ({ server }) => void (server.token = foreignToken)],
  ['that was edited', 'edited', ({ server }) => void (server.token = (token) => alter(token))],
  [
    'of another machine',
    'foreign_machine',
    ({ server }) => void (server.claims = (claims) => ({ ...claims, machine: 'another' })),
  ],
  [
    'with another nonce',
    'wrong_nonce',
    ({ server }) => void (server.claims = (claims) => ({ ...claims, nonce: 'another' })),
  ],
  [
    'without a nonce',
    'wrong_nonce',
    ({ server }) => void (server.claims = (claims) => ({ ...claims, nonce: null })),
  ],
  [
    'that was over before it began',
    'expired',
    ({ server }) => void (server.claims = (claims) => ({ ...claims, exp: claims.server_time / 1_000 })),
  ],
]

const ofALeaseBefore: typeof tampered = [
  [
    'of another licence',
    'foreign_license',
    ({ server }) => void (server.claims = (claims) => ({ ...claims, license: 'another' })),
  ],
  [
    'that was given before',
    'replayed',
    ({ server }) => {
      let first: string | undefined
      server.token = (token) => (first ??= token)
    },
  ],
]

describe.each(tampered)('a lease %s', (_name, verdict, tamper) => {
  it(`is judged ${verdict} at the start, and gives no seat`, async () => {
    tamper(world)
    const { acquire, said, storage } = world.machine()
    expect(await acquire()).toBe(`unreachable: untrusted ${verdict}, no_lease`)
    expect(said).toEqual([1, 2, 3, 4].map((attempt) => `acquire ${attempt}: untrusted ${verdict}`))
    expect(storage.text).toBeNull()
  })
})

describe.each([...tampered, ...ofALeaseBefore])('a lease %s', (name, verdict, tamper) => {
  it(`is judged ${verdict} at a beat, and keeps no seat`, async () => {
    const { acquire, pass, said, client } = world.machine()
    if (name === 'that was given before') tamper(world)
    await acquire()
    if (name !== 'that was given before') tamper(world)
    await pass(6 * minute)
    expect(said).toEqual([
      'acquired',
      ...[1, 2, 3, 4].map((attempt) => `heartbeat ${attempt}: untrusted ${verdict}`),
      `acquire 1: untrusted ${verdict}`,
      'offline, 30 min left',
    ])
    expect(client.verdict.status).toBe('offline')
  })
})

it('judges a beat’s lease of another session foreign_session', async () => {
  const { acquire, pass, said } = world.machine()
  await acquire()
  world.server.claims = (claims) => ({ ...claims, session: 'another' })
  await pass(5.5 * minute)
  expect(said.slice(0, 2)).toEqual(['acquired', 'heartbeat 1: untrusted foreign_session'])
})

it('judges a lease replayed over a restart', async () => {
  let first: string | undefined
  world.server.token = (token) => (first ??= token)
  const before = world.machine()
  await before.acquire()
  world.pass(minute)
  const { acquire, said } = world.machine({ storage: before.storage })
  await acquire()
  expect(said[0]).toBe('acquire 1: untrusted replayed')
})

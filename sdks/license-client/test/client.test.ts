import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createLicenseClient } from '../src/index.ts'
import { licenseKey } from './support/license-server.ts'
import { MemoryStorage, minute, World } from './support/world.ts'

let world: World

beforeEach(async () => {
  world = await World.create()
})
afterEach(() => world.server.close())

const operations = (): string[] => world.server.requests.map(({ operation }) => operation)

describe('options', () => {
  const sound = () => ({
    licenseKey,
    baseUrl: 'https://licences.example.com',
    trustedKeys: world.server.trustedKeys,
  })

  it.each([
    [{ baseUrl: 'licences.example.com' }, 'baseUrl'],
    [{ trustedKeys: { keys: [] } }, 'trustedKeys'],
    [{ startTimeoutMs: 0 }, 'startTimeoutMs'],
    [{ machineName: 'one\ntwo' }, 'machineName'],
    [{ machineName: 'x'.repeat(61) }, 'machineName'],
  ])('that cannot be are named: %o', (wrong, name) => {
    expect(() => createLicenseClient({ ...sound(), ...wrong })).toThrow(new RegExp(`^${name} `))
  })

  it('takes a key as people write it, and judges a mistyped one without asking', async () => {
    const spoken = licenseKey.toLowerCase().replaceAll('-', ' ')
    expect(await world.machine({ licenseKey: spoken }).acquire()).toBe('online')
    const before = world.server.requests.length
    const mistyped = licenseKey.replace(/.$/, (last) => (last === '2' ? '3' : '2'))
    expect(await world.machine({ licenseKey: mistyped }).acquire()).toBe('refused: malformed_key')
    expect(world.server.requests).toHaveLength(before)
  })

  it('sends a name of the machine where the program gives one, and none else', async () => {
    const names: unknown[] = []
    const fetch: typeof globalThis.fetch = (_input, init) => {
      names.push((JSON.parse(init?.body as string) as { machine_name?: string }).machine_name)
      return Promise.resolve(Response.json({ code: 'licensing.suspended' }, { status: 403 }))
    }
    await world.machine({ fetch }).acquire()
    await world.machine({ fetch, machineName: 'desk-7' }).acquire()
    expect(names).toEqual([undefined, 'desk-7'])
  })

  it('asks other paths of a base address with a path', async () => {
    const asked: string[] = []
    const { acquire } = world.machine({
      baseUrl: 'https://example.com/licences/',
      paths: { acquire: '/v2/acquire' },
      fetch: (input) => {
        asked.push(input as string)
        return Promise.resolve(Response.json({ code: 'licensing.suspended' }, { status: 403 }))
      },
    })
    await acquire()
    expect(asked).toEqual(['https://example.com/licences/v2/acquire'])
  })
})

describe('a seat', () => {
  it('is kept by beats a little ahead of the interval, each with a nonce of its own', async () => {
    const { acquire, pass, said } = world.machine({ random: () => 0.5 })
    await acquire()
    await pass(284_000)
    expect(said).toEqual(['acquired'])
    await pass(2_000)
    expect(said).toEqual(['acquired', 'renewed'])
    await pass(30 * minute)
    const nonces = world.server.requests.map(({ body }) => body['nonce'])
    expect(new Set(nonces).size).toBe(nonces.length)
  })

  it('is asked for once, however often the program asks', async () => {
    const { client, finish } = world.machine()
    const verdicts = await finish(Promise.all([client.acquire(), client.acquire()]))
    await finish(client.acquire())
    expect(verdicts.map(({ status }) => status)).toEqual(['online', 'online'])
    expect(operations()).toEqual(['acquire'])
  })

  it('has one heartbeat under way', async () => {
    const { acquire, client, finish, pass } = world.machine()
    await acquire()
    world.server.fail('slow')
    const renewals = [client.renew(), client.renew()]
    await pass(5_000)
    renewals.push(client.renew())
    expect(operations()).toEqual(['acquire', 'heartbeat'])
    world.server.fail(undefined)
    await finish(Promise.all(renewals))
    expect(operations()).toEqual(['acquire', 'heartbeat', 'heartbeat'])
  })

  it('is given back once, also while a heartbeat is under way, and forgotten', async () => {
    const { acquire, client, finish, pass, said, storage } = world.machine()
    await acquire()
    world.server.fail('slow', ['heartbeat'])
    await pass(5.1 * minute)
    expect(await finish(client.release())).toEqual({ confirmed: true })
    expect(await finish(client.release())).toEqual({ confirmed: false })
    await pass(20 * minute)
    expect(said).toEqual(['acquired', 'released'])
    expect(operations()).toEqual(['acquire', 'heartbeat', 'release'])
    expect(storage.text).toBeNull()
  })

  it('can be taken again after it was given back', async () => {
    const { acquire, client, finish, pass, said } = world.machine()
    await acquire()
    await finish(client.release())
    expect(await acquire()).toBe('online')
    await pass(6 * minute)
    expect(said).toEqual(['acquired', 'released', 'acquired', 'renewed'])
  })

  it('that the server let go is taken anew at the next beat', async () => {
    const { acquire, pass, said } = world.machine()
    await acquire()
    world.pass(10 * minute)
    await pass(5 * minute)
    expect(said).toEqual(['acquired', 'acquired'])
  })

  it('that is back by the user’s wish needs no wait for the next retry', async () => {
    const { acquire, client, finish, pass, said } = world.machine()
    await acquire()
    world.route = 'refused'
    await pass(6 * minute)
    world.route = 'open'
    expect(await finish(client.renew())).toMatchObject({ status: 'online', seatsUsed: 1, maxSeats: 3 })
    expect(said.at(-1)).toBe('recovered after 1 min')
  })
})

describe('the server’s no', () => {
  it('says how many seats there are and when one frees', async () => {
    for (const name of ['a', 'b', 'c']) await world.machine({ hardwareId: name }).acquire()
    const { acquire, client } = world.machine({ hardwareId: 'd' })
    expect(await acquire()).toBe('refused: no_seats')
    expect(client.verdict).toMatchObject({
      refusal: { details: { current_seats_used: 3, max_seats: 3, next_free_at: expect.any(String) } },
    })
  })

  it.each(['plan_reduced', 'released_by_admin', 'license_suspended'])(
    'at a beat (%s) is final',
    async (reason) => {
      const { acquire, pass, said } = world.machine()
      await acquire()
      world.server.refuse('heartbeat', 410, 'licensing.session_expired', { reason })
      await pass(30 * minute)
      expect(said).toEqual(['acquired', `ended: ${reason}`])
      expect(operations()).toEqual(['acquire', 'heartbeat'])
    },
  )

  it('is final too when the seat went to another while this machine was offline', async () => {
    const { acquire, pass, said } = world.machine()
    await acquire()
    world.route = 'refused'
    await pass(10 * minute)
    world.route = 'open'
    for (const name of ['a', 'b', 'c']) await world.machine({ hardwareId: name }).acquire()
    await pass(10 * minute)
    expect(said.at(-1)).toBe('ended: no_seats')
  })

  it('counts only in the licence server’s own words: a proxy’s 403 is trouble on the way', async () => {
    const { acquire, pass, said } = world.machine()
    await acquire()
    world.server.refuse('heartbeat', 403, 'proxy.blocked')
    await pass(5.1 * minute)
    expect(said).toContain('heartbeat 1: server 403')
    expect(said).not.toContain('ended: blocked')
  })
})

describe('the host', () => {
  it('is not troubled by listeners that throw or reject; a warning tells', async () => {
    const warned = vi.spyOn(process, 'emitWarning').mockImplementation(() => {})
    const { acquire, client, said } = world.machine()
    client.on('acquired', () => {
      throw new Error('from a listener')
    })
    client.on('acquired', () => Promise.reject(new Error('from an asynchronous listener')))
    expect(await acquire()).toBe('online')
    expect(said).toEqual(['acquired'])
    expect(warned.mock.calls.map(([warning]) => String(warning))).toEqual([
      'Error: from a listener',
      'Error: from an asynchronous listener',
    ])
    warned.mockRestore()
  })

  it('can end a subscription', async () => {
    const { acquire, client } = world.machine()
    const heard = vi.fn()
    client.on('acquired', heard)()
    await acquire()
    expect(heard).not.toHaveBeenCalled()
  })

  it('goes on while the disk takes nothing', async () => {
    const storage = Object.assign(new MemoryStorage(), { isBroken: true })
    const { acquire, pass, said } = world.machine({ storage })
    expect(await acquire()).toBe('online')
    world.route = 'refused'
    await pass(7 * minute)
    expect(said.at(-1)).toBe('offline, 30 min left')
  })

  it('finds the licence key in no event and no verdict', async () => {
    const { acquire, client, pass } = world.machine()
    const events: unknown[] = []
    client.onEvent((event) => events.push(event))
    await acquire()
    world.route = 'refused'
    await pass(40 * minute)
    expect(JSON.stringify([events, client.verdict])).not.toContain(licenseKey)
  })
})

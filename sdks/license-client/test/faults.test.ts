import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Fault } from './support/license-server.ts'
import { day, hour, minute, type Route, World } from './support/world.ts'

let world: World

beforeEach(async () => {
  world = await World.create()
})
afterEach(() => world.server.close())

interface Trouble {
  readonly name: string
  readonly fault?: Fault
  readonly route?: Route
  /** As it shows in events. */
  readonly shown: string
}

const troubles: readonly Trouble[] = [
  { name: 'a name that does not resolve', route: 'no_such_host', shown: 'no such host' },
  { name: 'a refused connection', route: 'refused', shown: 'ECONNREFUSED' },
  { name: 'a reset connection', fault: 'reset', shown: 'broken' },
  { name: 'no answer', fault: 'slow', shown: 'timeout' },
  { name: '503', fault: 'unavailable', shown: 'server 503' },
  { name: 'a page for people', fault: 'html', shown: 'malformed' },
  { name: 'truncated JSON', fault: 'truncated', shown: 'malformed' },
  { name: 'a body that breaks off', fault: 'cut_off', shown: 'broken' },
]

function bring({ fault, route }: Trouble): void {
  world.server.fail(fault)
  world.route = route ?? 'open'
}

const end = (): void => bring({ name: '', shown: '' })

const tries = (operation: string, count: number, shown: string): string[] =>
  Array.from({ length: count }, (_, index) => `${operation} ${index + 1}: ${shown}`)

describe.each(troubles)('$name', (trouble) => {
  const { shown } = trouble

  it('at the start: four tries, and no grace for a process that has never had a lease', async () => {
    const { acquire, said, client } = world.machine()
    bring(trouble)
    expect(await acquire()).toBe(`unreachable: ${shown}, no_lease`)
    expect(said).toEqual(tries('acquire', 4, shown))
    end()
    expect(await acquire()).toBe('online')
    expect(client.verdict.status).toBe('online')
  })

  it('at a beat: four tries, a new seat, half an hour offline with a retry every five minutes, the end', async () => {
    const { acquire, pass, said, client } = world.machine()
    await acquire()
    bring(trouble)
    await pass(hour)
    expect(said).toEqual([
      'acquired',
      ...tries('heartbeat', 4, shown),
      `acquire 1: ${shown}`,
      'offline, 30 min left',
      ...[25, 20, 15, 10, 5].flatMap((left) => [`heartbeat 1: ${shown}`, `offline, ${left} min left`]),
      'ended: grace_over',
    ])
    expect(client.verdict.status).toBe('refused')
  })

  it('at a beat, and over before the grace is: recovered', async () => {
    const { acquire, pass, said } = world.machine()
    await acquire()
    bring(trouble)
    await pass(14 * minute)
    end()
    await pass(10 * minute)
    expect(said).toEqual([
      'acquired',
      ...tries('heartbeat', 4, shown),
      `acquire 1: ${shown}`,
      'offline, 30 min left',
      `heartbeat 1: ${shown}`,
      'offline, 25 min left',
      'recovered after 10 min',
      'renewed',
    ])
  })

  it('at the release: two tries, and the seat is left to expire', async () => {
    const { acquire, client, finish, said, storage } = world.machine()
    await acquire()
    bring(trouble)
    const { confirmed } = await finish(client.release())
    // Whatever a release is answered with a good status, it was received.
    const isReceived = ['html', 'truncated'].includes(trouble.fault ?? '')
    expect(confirmed).toBe(isReceived)
    expect(said).toEqual([
      'acquired',
      ...(isReceived ? ['released'] : [...tries('release', 2, shown), 'released, unconfirmed']),
    ])
    expect(storage.text).toBeNull()
    expect(client.verdict.status).toBe('idle')
  })
})

describe.each([
  ['an hour ahead', hour],
  ['an hour back', -hour],
  ['a year ahead', 365 * day],
  ['a year back', -365 * day],
])('a clock set %s', (_name, byMs) => {
  const change = `clock ${byMs > 0 ? '+' : '-'}${Math.abs(byMs) / hour} h`

  it('at the start: nothing, when the server is there', async () => {
    const { acquire, pass, said } = world.machine({ wallAhead: byMs })
    expect(await acquire()).toBe('online')
    await pass(11 * minute)
    expect(said).toEqual(['acquired', 'renewed', 'renewed'])
  })

  it('at the start without the server: no grace from an earlier lease', async () => {
    const { acquire, storage } = world.machine()
    await acquire()
    world.route = 'refused'
    world.pass(2 * minute)
    const { acquire: again } = world.machine({ storage, wallAhead: byMs })
    const refusal = byMs > 0 ? 'grace_over' : 'clock_set_back'
    expect(await again()).toBe(`unreachable: ECONNREFUSED, ${refusal}`)
  })

  it('at a beat: said, and the beats go on', async () => {
    const { acquire, clock, pass, said } = world.machine()
    await acquire()
    clock.set(byMs)
    await pass(11 * minute)
    expect(said).toEqual(['acquired', change, 'renewed', 'renewed'])
  })

  it('offline: said, and the grace is no longer and no shorter', async () => {
    const { acquire, clock, pass, said } = world.machine()
    await acquire()
    world.route = 'refused'
    await pass(10 * minute)
    clock.set(byMs)
    await pass(hour)
    expect(said.filter((line) => !line.includes(': ECONN'))).toEqual([
      'acquired',
      'offline, 30 min left',
      change,
      ...[25, 20, 15, 10, 5].map((left) => `offline, ${left} min left`),
      'ended: grace_over',
    ])
  })

  it('at the release: nothing', async () => {
    const { acquire, client, clock, finish, said } = world.machine()
    await acquire()
    clock.set(byMs)
    await finish(client.release())
    expect(said).toEqual(['acquired', 'released'])
    expect(world.server.sessions).toEqual([])
  })
})

describe('sleep', () => {
  const asleep = (machine: { clock: { sleep(ms: number): void } }, ms: number): void => {
    machine.clock.sleep(ms)
    world.pass(ms)
  }

  it('during the start: goes on where it was', async () => {
    const machine = world.machine()
    world.server.fail('slow')
    const acquired = machine.client.acquire()
    await machine.pass(5_000)
    asleep(machine, 8 * hour)
    world.server.fail(undefined)
    await machine.finish(acquired)
    expect(machine.said).toEqual(['acquire 1: timeout', 'acquired'])
  })

  it('between two beats: a seat that is gone is taken again within half a minute', async () => {
    const machine = world.machine()
    await machine.acquire()
    await machine.pass(minute)
    asleep(machine, 8 * hour)
    await machine.pass(30_000)
    expect(machine.said).toEqual(['acquired', 'acquired'])
    await machine.pass(10 * minute)
    expect(machine.said).toEqual(['acquired', 'acquired', 'renewed', 'renewed'])
  })

  it('for a night without the server: no grace is left in the morning', async () => {
    const machine = world.machine()
    await machine.acquire()
    world.route = 'refused'
    asleep(machine, 8 * hour)
    await machine.pass(2 * minute)
    expect(machine.said).toEqual([
      'acquired',
      ...tries('heartbeat', 4, 'ECONNREFUSED'),
      'acquire 1: ECONNREFUSED',
      'ended: grace_over',
    ])
  })

  it('while offline: counts as grace', async () => {
    const machine = world.machine()
    await machine.acquire()
    world.route = 'refused'
    await machine.pass(10 * minute)
    asleep(machine, hour)
    await machine.pass(30_000)
    expect(machine.said.at(-1)).toBe('ended: grace_over')
  })

  it('before the release: the seat that is gone is no trouble', async () => {
    const machine = world.machine()
    await machine.acquire()
    asleep(machine, 8 * hour)
    await machine.finish(machine.client.release())
    expect(machine.said).toEqual(['acquired', 'released'])
  })
})

describe('lost requests', () => {
  it.each([1, 2, 3])('keeps its seat when any %i in a row get no answer', async (count) => {
    for (const random of [() => 0, () => 0.999]) {
      const { acquire, pass, said, client, finish } = world.machine({ random })
      await acquire()
      const [session] = world.server.sessions
      for (let beat = 0; beat < 5; beat += 1) {
        const before = world.server.requests.length
        world.server.fail('slow')
        while (world.server.requests.length < before + count) await pass(1_000)
        world.server.fail(undefined)
        await pass(minute)
        expect(world.server.sessions.map(({ id }) => id)).toEqual([session?.id])
      }
      expect(new Set(said.filter((line) => !line.startsWith('heartbeat')))).toEqual(
        new Set(['acquired', 'renewed']),
      )
      await finish(client.release())
    }
  })
})

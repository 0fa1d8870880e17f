import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hour, type Machine, type MachineOptions, MemoryStorage, minute, World } from './support/world.ts'

let world: World

beforeEach(async () => {
  world = await World.create()
})
afterEach(() => world.server.close())

/** A machine that had a lease, was killed, and has lost the server. */
async function killed(graceMinutes = 45): Promise<MemoryStorage> {
  world.server.claims = (claims) => ({
    ...claims,
    grace_until: claims.server_time / 1_000 + graceMinutes * 60,
  })
  const { acquire, storage } = world.machine()
  await acquire()
  world.route = 'refused'
  return storage
}

/** For how long a machine may work without the server, in steps of a second. */
async function workingTime({ client, pass }: Machine, limitMs = 2 * hour): Promise<number> {
  let ms = 0
  for (; ms < limitMs && client.verdict.status === 'offline'; ms += 1_000) await pass(1_000)
  return ms
}

describe('the end of the grace', () => {
  it('comes after 30 minutes, however long the lease would last', async () => {
    const storage = await killed(600)
    const machine = world.machine({ storage })
    expect(await machine.acquire()).toBe('offline')
    expect(await workingTime(machine)).toBe(30 * minute)
  })

  it('comes at the lease’s grace_until when that is sooner, also while a retry is under way', async () => {
    world.server.claims = (claims) => ({ ...claims, grace_until: claims.server_time / 1_000 + 969 })
    const machine = world.machine()
    await machine.acquire()
    world.server.fail('slow')
    await machine.pass(7 * minute)
    expect(machine.client.verdict.status).toBe('offline')
    // The second retry leaves at 964 s.
    expect(7 * minute + (await workingTime(machine))).toBe(969_000)
    expect(machine.said.filter((line) => line === 'heartbeat 1: timeout')).toHaveLength(3)
    expect(machine.said.at(-1)).toBe('ended: grace_over')
  })

  it('is told with a final error, and nothing is tried after it', async () => {
    const storage = await killed()
    const machine = world.machine({ storage })
    const errors: unknown[] = []
    machine.client.on('ended', ({ error }) => errors.push(error))
    await machine.acquire()
    await machine.pass(31 * minute)
    expect(errors).toMatchObject([{ name: 'LicenseError', reason: 'grace_over' }])
    const asked = machine.said.length
    await machine.pass(3 * hour)
    expect(machine.said).toHaveLength(asked)
  })
})

describe('a process that begins without the server', () => {
  it('has what is left of the grace', async () => {
    const storage = await killed()
    const first = world.machine({ storage })
    await first.acquire()
    await first.pass(10 * minute)
    const second = world.machine({ storage })
    expect(await second.acquire()).toBe('offline')
    const leftMs = await workingTime(second)
    expect(leftMs).toBeLessThanOrEqual(20 * minute)
    expect(leftMs).toBeGreaterThan(18 * minute)
  })

  it('has none after grace_until, however little of it was used', async () => {
    const storage = await killed()
    world.pass(46 * minute)
    expect(await world.machine({ storage }).acquire()).toBe('unreachable: ECONNREFUSED, grace_over')
  })

  it.each<[string, (storage: MemoryStorage) => MachineOptions, string]>([
    ['nothing was stored', () => ({ storage: new MemoryStorage() }), 'no_lease'],
    ['the machine is another', (storage) => ({ storage, hardwareId: 'workstation-2' }), 'untrusted_lease'],
    [
      'the state was edited',
      (storage) => {
        storage.text = (storage.text ?? '').replace(/highWater\\":\d/, 'highWater\\":9')
        return { storage }
      },
      'untrusted_lease',
    ],
    [
      'the state is no JSON',
      (storage) => Object.assign(storage, { text: '{' }) && { storage },
      'untrusted_lease',
    ],
    [
      'the disk takes no payment',
      (storage) => Object.assign(storage, { isBroken: true }) && { storage },
      'storage_failed',
    ],
    ['the clock was set back', (storage) => ({ storage, wallAhead: -10 * minute }), 'clock_set_back'],
  ])('has none when %s', async (_name, prepare, refusal) => {
    const storage = await killed()
    expect(await world.machine(prepare(storage)).acquire()).toBe(`unreachable: ECONNREFUSED, ${refusal}`)
  })

  it('has none when the keys it is shipped with have not signed the lease', async () => {
    const storage = await killed()
    const other = await World.create()
    await other.server.close()
    const { trustedKeys } = other.server
    const machine = world.machine({ storage, trustedKeys })
    expect(await machine.acquire()).toBe('unreachable: ECONNREFUSED, untrusted_lease')
  })

  it('has none after the seat was given back', async () => {
    const first = world.machine()
    await first.acquire()
    await first.finish(first.client.release())
    world.route = 'refused'
    const second = world.machine({ storage: first.storage })
    expect(await second.acquire()).toBe('unreachable: ECONNREFUSED, no_lease')
  })

  it('has none after the server said no', async () => {
    const first = world.machine()
    await first.acquire()
    world.server.refuse('heartbeat', 410, 'licensing.session_expired', { reason: 'license_suspended' })
    await first.pass(5 * minute)
    expect(first.said.at(-1)).toBe('ended: license_suspended')
    world.route = 'refused'
    const second = world.machine({ storage: first.storage })
    expect(await second.acquire()).toBe('unreachable: ECONNREFUSED, no_lease')
  })
})

describe('restarts', () => {
  /** Kills and restarts until there is no more grace, with the clock set back before each start; the time worked. */
  async function farm(
    storage: MemoryStorage,
    runMs: number,
    setBackMs: (run: number) => number,
  ): Promise<number> {
    let workedMs = 0
    for (let run = 0; run < 400; run += 1) {
      const machine = world.machine({ storage, wallAhead: -setBackMs(run) })
      if ((await machine.acquire()) !== 'offline') break
      await machine.pass(runMs)
      workedMs += Math.min(runMs, 30 * minute)
      if (machine.client.verdict.status !== 'offline') break
    }
    return workedMs
  }

  it.each([100, 30_000, 59_000, 61_000, 7 * minute])(
    'make the grace no longer: killed every %i ms, the clock set back to where it was',
    async (runMs) => {
      const storage = await killed()
      const start = world.now
      expect(await farm(storage, runMs, () => world.now - start)).toBeLessThanOrEqual(30 * minute)
    },
  )

  it.each([100, 30_000, 59_000, 61_000])(
    'make the grace no longer: killed every %i ms, the clock set to just what passes for a correction',
    async (runMs) => {
      const storage = await killed()
      const start = world.now
      const paidMs = (run: number): number => run * Math.max(minute, runMs)
      const setBackMs = (run: number): number => world.now - start - Math.max(0, paidMs(run) - 119_000)
      expect(await farm(storage, runMs, setBackMs)).toBeLessThanOrEqual(30 * minute)
    },
  )

  it('cost an honest user a minute each at most', async () => {
    const storage = await killed()
    const machine = world.machine({ storage })
    await machine.acquire()
    await machine.pass(9.5 * minute)
    const again = world.machine({ storage })
    await again.acquire()
    expect(await workingTime(again)).toBeGreaterThanOrEqual(19.5 * minute)
  })

  it('get the seat back when the server is there', async () => {
    const first = world.machine()
    await first.acquire()
    const [before] = world.server.sessions
    const second = world.machine({ storage: first.storage })
    expect(await second.acquire()).toBe('online')
    expect(world.server.sessions.map(({ id }) => id)).toEqual([before?.id])
  })
})

import { hasRedisBinary, startRedis, startRedisProxy } from '@triptych/kv/testing'
import { eventually, lanes } from '@triptych/testkit'
import { setTimeout as pass } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RedisSeats } from '../src/ports/redis-seats.ts'
import type { LicenseRef } from '../src/ports/seats.ts'
import { createSeatHistory, type SeatHistory } from './seat-history.ts'
import { nobody, openSeatLab, requestOf, type SeatLab } from './seat-lab.ts'

type Redis = Awaited<ReturnType<typeof startRedis>>
type Proxy = Awaited<ReturnType<typeof startRedisProxy>>
type Disturb = (redis: Redis, proxy: Proxy) => Promise<() => Promise<void>>

const clients = 200
/** With one size each; all of both are minutes of load, for the chaos lane. */
const few = new Set(['killed and restarted empty', 'flushed', 'restarted from an old snapshot'])
const done = () => Promise.resolve()
/** A bound for a machine that is busy with other things too. */
const patienceMs = 60_000

/** What goes wrong, and how it comes right again. */
const disturbances: Record<string, Disturb> = {
  'killed and restarted empty': async (redis) => {
    await redis.kill()
    return () => redis.start()
  },
  'paused by a signal': async (redis) => {
    redis.pause()
    return async () => void redis.resume()
  },
  'paused for its clients': async (redis) => {
    await redis.stall(1_500)
    return done
  },
  flushed: async (redis) => {
    await redis.flush()
    return done
  },
  'restarted from an old snapshot': async (redis) => {
    await redis.kill()
    return () => redis.start()
  },
  'cut off on the way there, for one of two processes': async (_redis, proxy) => {
    proxy.holdBack('requests')
    return async () => proxy.heal()
  },
  'cut off on the way back, for one of two processes': async (_redis, proxy) => {
    proxy.holdBack('answers')
    return async () => proxy.heal()
  },
}

/** One machine: takes a seat, keeps it for a few heartbeats, leaves it, or crashes and comes back for it. */
async function runClient(
  { lab, license, processes, history }: Load,
  machine: string,
  isOver: () => boolean,
): Promise<void> {
  let expected: string | undefined
  const pick = () => processes[Math.floor(Math.random() * processes.length)] as RedisSeats
  while (!isOver()) {
    const acquired = await pick()
      .acquire(lab.context(), requestOf(license, machine), nobody)
      .catch(() => undefined)
    if (acquired?.kind !== 'granted') {
      if (acquired !== undefined && expected !== undefined) history.lost(expected, 'not given back')
      // All of them at every moment would be a test of the queue for connections.
      await pass(200 + Math.random() * 600)
      continue
    }
    const { id } = acquired.session
    if (expected !== undefined && expected !== id) history.lost(expected, 'another was given')
    expected = undefined
    history.granted(machine, id)
    const session = { ...license, sessionId: id }
    for (let beats = Math.floor(Math.random() * 4); beats > 0; beats -= 1) {
      await pass(Math.random() * 20)
      const beaten = await pick()
        .heartbeat(lab.context(), session, nobody)
        .catch(() => undefined)
      if (beaten?.kind === 'lost') history.lost(id, beaten.reason)
    }
    if (Math.random() < 0.2) {
      expected = id
      continue
    }
    history.leaving(id)
    while (!(await isReleased(pick(), lab, session)));
  }
}

const isReleased = (seats: RedisSeats, lab: SeatLab, session: LicenseRef & { sessionId: string }) =>
  seats.release(lab.context(), session, 'released', nobody).then(
    () => true,
    () => false,
  )

interface Load {
  readonly lab: SeatLab
  readonly license: LicenseRef
  readonly processes: readonly RedisSeats[]
  readonly history: SeatHistory
}

describe.skipIf(!hasRedisBinary || lanes.postgresUrl === undefined)(
  'seats under 200 clients while Redis is',
  () => {
    let lab: SeatLab
    beforeAll(async () => {
      lab = await openSeatLab()
    })
    afterAll(() => lab.close())

    const sizes = [3, 10, 50]
    const wanted = Object.entries(disturbances).filter(([name]) => lanes.isChaos || few.has(name))
    const cases = wanted.flatMap(([name, disturb], at) =>
      sizes
        .filter((_, size) => lanes.isChaos || size === at % sizes.length)
        .map((seats) => ({ name, disturb, seats })),
    )
    it.each(cases)('$name, with $seats seats', { timeout: 5 * patienceMs }, async ({ disturb, seats }) => {
      const redis = await startRedis()
      const proxy = await startRedisProxy(redis.url)
      const license = await lab.license(seats)
      const processes = [await lab.process(redis.url), await lab.process(proxy.url)]
      const history = createSeatHistory(seats)
      const load = { lab, license, processes, history }
      let isOver = false
      const running = Array.from({ length: clients }, (_, index) =>
        runClient(load, `machine-${index}`, () => isOver),
      )
      const grantsAfter = (count: number) =>
        eventually(() => expect(history.grants.length).toBeGreaterThan(count), patienceMs)

      let disturbedAt = Infinity
      try {
        await grantsAfter(seats * 3)
        await redis.save()
        await grantsAfter(seats * 6)
        disturbedAt = performance.now()
        const repair = await disturb(redis, proxy)
        await pass(1_500)
        await repair()
        await eventually(
          async () => expect((await lab.placeOf(license)).copy_epoch).not.toBeNull(),
          patienceMs,
        )
        await grantsAfter(history.grants.length + seats * 3)
      } finally {
        isOver = true
        await Promise.all(running)
        await lab.closeProcesses()
        await proxy.dispose()
        await redis.dispose()
      }

      const first = history.grants.find(({ at }) => at > disturbedAt)
      expect(history.violations()).toEqual([])
      expect((first?.at ?? Infinity) - disturbedAt).toBeLessThan(1_000)
      expect((await lab.openSessions(license)).length).toBeLessThanOrEqual(seats)
    })
  },
)

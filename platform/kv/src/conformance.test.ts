import { randomUUID } from 'node:crypto'

import { Redis } from 'ioredis'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { createMemoryKv, createRedisKv, kvErrors, type Kv } from './index.ts'
import { hasRedisBinary, startRedis } from './testing.ts'

interface Lane {
  kv: Kv
  /** Lets time pass for the store: steps the fake clock, or waits until the server's own clock has moved. */
  elapse(ms: number): Promise<void>
  dispose(): Promise<void>
}

async function memoryLane(): Promise<Lane> {
  let now = 1_790_000_000_000
  const kv = createMemoryKv({ clock: { now: () => now } })
  return { kv, elapse: async (ms) => void (now += ms), dispose: () => kv.close() }
}

async function redisLane(): Promise<Lane> {
  const given = process.env['TEST_REDIS_URL']
  const own = given === undefined ? await startRedis() : undefined
  const url = given ?? own?.url ?? ''
  const admin = new Redis(url)
  const prefix = `kv-test:${randomUUID()}:`
  const kv = createRedisKv({ url, prefix })
  const serverMs = async () => {
    const [seconds, micros] = await admin.time()
    return Number(seconds) * 1000 + Number(micros) / 1000
  }
  return {
    kv,
    async elapse(ms) {
      const until = (await serverMs()) + ms
      while ((await serverMs()) <= until);
    },
    async dispose() {
      await kv.close()
      await admin.unlink(`${prefix}none`, ...(await admin.keys(`${prefix}*`)))
      admin.disconnect()
      await own?.dispose()
    },
  }
}

const lanes = [
  { name: 'memory', open: memoryLane, runs: true },
  { name: 'redis', open: redisLane, runs: hasRedisBinary || process.env['TEST_REDIS_URL'] !== undefined },
]
const minute = 60_000

describe.each(lanes.filter((lane) => lane.runs))('kv on $name', ({ open }) => {
  let lane: Lane
  let kv: Kv
  beforeAll(async () => {
    lane = await open()
    kv = lane.kv
  })
  afterAll(() => lane.dispose())

  const addExact = (by: number) => kv.incrementBounded({ key: 'exact', by, limit: 10, ttlMs: minute })
  const takeSlow = () => kv.consume({ key: 'slow', capacity: 3, refillPerSecond: 0.01, cost: 1 })
  const takeRush = () => kv.consume({ key: 'rush', capacity: 100, refillPerSecond: 0.001, cost: 1 })

  describe('values', () => {
    it('keeps text exactly, and says null for what is not there', async () => {
      expect(await kv.get('text')).toBeNull()
      expect(await kv.set('text', 'línea\u0000 👩‍🚀')).toBe(true)
      expect(await kv.get('text')).toBe('línea\u0000 👩‍🚀')
      expect(await kv.delete('text')).toBe(true)
      expect(await kv.delete('text')).toBe(false)
    })

    it('ends a value with its life, and lets ifAbsent write again only then', async () => {
      expect(await kv.set('once', 'a', { ttlMs: 60, ifAbsent: true })).toBe(true)
      expect(await kv.set('once', 'b', { ttlMs: 60, ifAbsent: true })).toBe(false)
      expect(await kv.get('once')).toBe('a')
      await lane.elapse(70)
      expect(await kv.get('once')).toBeNull()
      expect(await kv.set('once', 'b', { ifAbsent: true })).toBe(true)
    })

    it('drops the old life when a value is written without one', async () => {
      await kv.set('kept', 'a', { ttlMs: 40 })
      await kv.set('kept', 'b')
      await lane.elapse(60)
      expect(await kv.get('kept')).toBe('b')
    })

    it('refuses a life that is not a positive whole number', async () => {
      await expect(kv.set('bad', 'a', { ttlMs: 0 })).rejects.toThrow(RangeError)
      await expect(kv.increment('bad', 1, -5)).rejects.toThrow(RangeError)
      await expect(kv.lock('bad', Number.NaN)).rejects.toThrow(RangeError)
    })
  })

  describe('counters', () => {
    it('counts every one of 1,000 parallel calls once', async () => {
      const seen = await Promise.all(Array.from({ length: 1000 }, () => kv.increment('many', 1, minute)))
      expect(new Set(seen).size).toBe(1000)
      expect(Math.max(...seen)).toBe(1000)
      expect(await kv.get('many')).toBe('1000')
    })

    it('counts a window from its first use, whatever comes later', async () => {
      await kv.increment('window', 1, 100)
      await lane.elapse(60)
      expect(await kv.increment('window', 1, 100)).toBe(2)
      await lane.elapse(60)
      expect(await kv.increment('window', 1, 100)).toBe(1)
    })

    it('refuses to count on a text', async () => {
      await kv.set('name', 'Ada')
      const code = kvErrors.not_a_counter.code
      await expect(kv.increment('name', 1, minute)).rejects.toMatchObject({ code })
      const bounded = kv.incrementBounded({ key: 'name', by: 1, limit: 5, ttlMs: minute })
      await expect(bounded).rejects.toMatchObject({ code })
    })

    it('never passes a bound under 1,000 parallel reservations', async () => {
      const reserve = () => kv.incrementBounded({ key: 'budget', by: 7, limit: 1000, ttlMs: minute })
      const results = await Promise.all(Array.from({ length: 1000 }, reserve))
      expect(results.filter((result) => result.ok)).toHaveLength(142)
      expect(Math.max(...results.map((result) => result.value))).toBe(994)
      expect(await kv.get('budget')).toBe('994')
      expect(await reserve()).toEqual({ ok: false, value: 994 })
    })

    it('reaches the bound itself, gives back, and never goes below zero', async () => {
      expect(await addExact(10)).toEqual({ ok: true, value: 10 })
      expect(await addExact(1)).toEqual({ ok: false, value: 10 })
      expect(await addExact(-4)).toEqual({ ok: true, value: 6 })
      expect(await addExact(-40)).toEqual({ ok: true, value: 0 })
      expect(await addExact(11)).toEqual({ ok: false, value: 0 })
    })

    it('starts no window by giving back after the window has ended', async () => {
      const result = await kv.incrementBounded({ key: 'late', by: -5, limit: 10, ttlMs: minute })
      expect(result).toEqual({ ok: true, value: 0 })
      expect(await kv.get('late')).toBeNull()
    })

    it('keeps amounts beyond 2^32 exact', async () => {
      const add = { key: 'large', by: 2 ** 50, limit: 2 ** 50 + 1, ttlMs: minute }
      expect(await kv.incrementBounded(add)).toEqual({ ok: true, value: 2 ** 50 })
      expect(await kv.increment('large', 1, minute)).toBe(2 ** 50 + 1)
    })
  })

  describe('token buckets', () => {
    it('grants a full bucket, then says how long to wait', async () => {
      const granted = await Promise.all([takeSlow(), takeSlow(), takeSlow()])
      expect(granted.map((result) => result.allowed)).toEqual([true, true, true])
      const refused = await takeSlow()
      expect(refused).toMatchObject({ allowed: false, remaining: 0 })
      expect(refused.retryAfterMs).toBeGreaterThan(95_000)
      expect(refused.retryAfterMs).toBeLessThanOrEqual(100_000)
      expect(refused.resetAt - refused.retryAfterMs).toBeGreaterThan(granted[0]?.resetAt ?? Infinity)
    })

    it('refills steadily and never above its capacity', async () => {
      const request = { key: 'quick', capacity: 4, refillPerSecond: 50, cost: 4 }
      expect((await kv.consume(request)).allowed).toBe(true)
      const refused = await kv.consume({ ...request, cost: 2 })
      expect(refused.allowed).toBe(false)
      await lane.elapse(refused.retryAfterMs)
      expect((await kv.consume({ ...request, cost: 2 })).allowed).toBe(true)
      await lane.elapse(200)
      expect((await kv.consume({ ...request, cost: 0 })).remaining).toBe(4)
    })

    it('grants no token twice under 1,000 parallel calls', async () => {
      const results = await Promise.all(Array.from({ length: 1000 }, takeRush))
      expect(results.filter((result) => result.allowed)).toHaveLength(100)
    })

    it('refuses a cost that could never be granted', async () => {
      const request = { key: 'never', capacity: 1, refillPerSecond: 1, cost: 2 }
      await expect(kv.consume(request)).rejects.toThrow(RangeError)
    })
  })

  describe('locks', () => {
    it('has one holder among many, and a growing token', async () => {
      const tries = await Promise.all(Array.from({ length: 50 }, () => kv.lock('job', minute)))
      const held = tries.filter((lock) => lock !== null)
      expect(held).toHaveLength(1)
      const first = held[0]
      expect(await first?.release()).toBe(true)
      const second = await kv.lock('job', minute)
      expect(second?.token).toBeGreaterThan(first?.token ?? Infinity)
      await second?.release()
    })

    it('leaves the next holder alone when a late one releases or extends', async () => {
      const late = await kv.lock('lease', 30)
      await lane.elapse(40)
      const next = await kv.lock('lease', minute)
      expect(next).not.toBeNull()
      expect(await late?.release()).toBe(false)
      expect(await late?.extend(minute)).toBe(false)
      expect(await kv.lock('lease', minute)).toBeNull()
      expect(await next?.release()).toBe(true)
    })

    it('extends a lease that is still held', async () => {
      const lock = await kv.lock('long', 80)
      expect(await lock?.extend(minute)).toBe(true)
      await lane.elapse(100)
      expect(await kv.lock('long', minute)).toBeNull()
      expect(await lock?.release()).toBe(true)
    })
  })

  it('is up', async () => {
    expect(await kv.ping()).toBe('up')
  })
})

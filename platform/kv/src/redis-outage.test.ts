import { Redis } from 'ioredis'
import * as fc from 'fast-check'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'

import { type CacheRead, createCache, createRedisKv, kvErrors, type Kv } from './index.ts'
import { bucketScript } from './redis-scripts.ts'
import { hasRedisBinary, startRedis } from './testing.ts'
import { takeTokens, type BucketState } from './token-bucket.ts'

const unavailable = { code: kvErrors.unavailable.code, kind: 'unavailable' }
const untilUp = (kv: Kv) => vi.waitUntil(async () => (await kv.ping()) === 'up', { timeout: 10_000 })

async function timed(call: Promise<unknown>): Promise<number> {
  const start = performance.now()
  await expect(call).rejects.toMatchObject(unavailable)
  return performance.now() - start
}

describe.skipIf(!hasRedisBinary)('kv while Redis has trouble', () => {
  let redis: Awaited<ReturnType<typeof startRedis>>
  let kv: Kv
  beforeAll(async () => {
    redis = await startRedis()
  })
  afterAll(() => redis.dispose())
  beforeEach(() => {
    kv = createRedisKv({ url: redis.url, prefix: 't:' })
  })
  afterEach(() => kv.close())

  it('fails every call within the bound while Redis hangs, and goes on by itself', async () => {
    await kv.set('a', '1')
    redis.pause()
    const waits = await Promise.all([
      timed(kv.get('a')),
      timed(kv.increment('n', 1, 1000)),
      timed(kv.lock('l', 1000)),
      timed(kv.consume({ key: 'b', capacity: 1, refillPerSecond: 1, cost: 1 })),
    ])
    expect(Math.max(...waits)).toBeLessThan(3_000)
    expect(await kv.ping()).toBe('down')
    redis.resume()
    await untilUp(kv)
    expect(await kv.get('a')).toBe('1')
  })

  it('fails at once while Redis is gone, keeps nothing queued, and finds the new server with its scripts', async () => {
    expect(await kv.increment('gone', 1, 60_000)).toBe(1)
    await redis.kill()
    await vi.waitUntil(async () => (await kv.ping()) === 'down', { timeout: 10_000 })
    const waits: number[] = []
    for (let count = 0; count < 5; count += 1) waits.push(await timed(kv.increment('gone', 1, 60_000)))
    expect(Math.min(...waits)).toBeLessThan(100)
    await redis.start()
    await untilUp(kv)
    expect(await kv.increment('gone', 1, 60_000)).toBe(1)
  })

  it('sends nothing a second time when the connection ends under a call', async () => {
    await kv.ping()
    redis.pause()
    const cut = kv.increment('cut', 1, 60_000)
    await Promise.all([expect(cut).rejects.toMatchObject(unavailable), redis.kill()])
    await redis.start()
    await untilUp(kv)
    expect(await kv.get('cut')).toBeNull()
  })

  it('answers within the bound when Redis was never there', async () => {
    await redis.kill()
    const early = createRedisKv({ url: redis.url, prefix: 't:' })
    expect(await timed(early.get('a'))).toBeLessThan(3_000)
    expect(await early.ping()).toBe('down')
    await redis.start()
    await untilUp(early)
    await early.close()
  })

  it('hands out growing lock tokens over a flush, and keeps the late holder out', async () => {
    const late = await kv.lock('job', 60_000)
    await redis.flush()
    const next = await kv.lock('job', 60_000)
    expect(next?.token).toBeGreaterThan(late?.token ?? Infinity)
    expect(await late?.release()).toBe(false)
    expect(await kv.lock('job', 60_000)).toBeNull()
  })

  it('serves a cache from its source while away', async () => {
    const reads: CacheRead[] = []
    const onRead = (read: CacheRead) => reads.push(read)
    const cache = createCache(kv, { namespace: 'plans@1', ttlMs: 60_000, onRead })
    expect(await cache.getOrLoad('x', async () => 'first')).toBe('first')
    await redis.kill()
    expect(await cache.getOrLoad('x', async () => 'second')).toBe('second')
    await cache.changed('x')
    expect(reads).toEqual(['miss', 'bypass'])
    await redis.start()
  })

  it('computes buckets in Redis exactly as in process', async () => {
    const client = new Redis(redis.url)
    const step = fc.record({
      wait: fc.integer({ min: -50, max: 5000 }),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    const bucket = fc.record({
      capacity: fc.double({ min: 0.5, max: 1e6, noNaN: true }),
      refillPerSecond: fc.double({ min: 0.01, max: 1e5, noNaN: true }),
      steps: fc.array(step, { minLength: 1, maxLength: 12 }),
    })
    let run = 0
    await fc.assert(
      fc.asyncProperty(bucket, async ({ capacity, refillPerSecond, steps }) => {
        const key = `bucket:${(run += 1)}`
        let now = Date.now() + 86_400_000
        let state: BucketState | undefined
        for (const { wait, share } of steps) {
          now += wait
          const cost = share * capacity
          const local = takeTokens({ key, capacity, refillPerSecond, cost }, state, now)
          state = local.state
          const lua = `local now = tonumber(ARGV[4])\n${bucketScript}`
          const reply = await client.eval(lua, 1, key, capacity, refillPerSecond, cost, now)
          const [allowed, remaining, retry, reset] = reply as [number, number, string, string]
          expect([allowed === 1, remaining, Number(retry), Number(reset)]).toEqual([
            local.result.allowed,
            local.result.remaining,
            local.result.retryAfterMs,
            local.result.resetAt,
          ])
        }
      }),
      { numRuns: 150 },
    )
    client.disconnect()
  })
})

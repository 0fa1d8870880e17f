import { Redis } from 'ioredis'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'

import { createRedisScripts, kvErrors, type RedisScripts } from './index.ts'
import { hasRedisBinary, startRedis, startRedisProxy } from './testing.ts'

const scripts = {
  count: `return redis.call('INCRBY', KEYS[1], ARGV[2])`,
  whose: `return ARGV[1]`,
  keep: `return redis.call('SET', KEYS[1], ARGV[1])`,
  isKept: `return redis.call('GET', KEYS[1]) == ARGV[1] and 1 or 0`,
  broken: `return redis.call('INCR', KEYS[1], 'too', 'many')`,
}
type Scripts = RedisScripts<keyof typeof scripts>

const unavailable = { code: kvErrors.unavailable.code, kind: 'unavailable' }
const untilUp = (own: Scripts) => vi.waitUntil(async () => (await own.ping()) === 'up', { timeout: 10_000 })

async function timed(call: Promise<unknown>): Promise<number> {
  const start = performance.now()
  await expect(call).rejects.toMatchObject(unavailable)
  return performance.now() - start
}

describe.skipIf(!hasRedisBinary)("a module's own scripts", () => {
  let redis: Awaited<ReturnType<typeof startRedis>>
  let own: Scripts
  beforeAll(async () => {
    redis = await startRedis()
  })
  afterAll(() => redis.dispose())
  beforeEach(async () => {
    await redis.flush()
    own = createRedisScripts({ url: redis.url, prefix: 'own:', scripts })
  })
  afterEach(() => own.close())

  const read = async (key: string) => {
    const client = new Redis(redis.url)
    const value = await client.get(key)
    client.disconnect()
    return value
  }

  it('runs each as one step, under its prefix', async () => {
    const counted = await Promise.all(Array.from({ length: 200 }, () => own.run('count', ['n'], [2])))
    expect(new Set(counted).size).toBe(200)
    expect(await read('own:n')).toBe('400')
  })

  it('tells a script which server runs it, from the first call on', async () => {
    const client = new Redis(redis.url)
    const info = await client.info('server')
    client.disconnect()
    expect(info).toContain(`run_id:${String(await own.run('whose', [], []))}`)
  })

  it('knows a server that came back with a snapshot for another', async () => {
    await own.run('keep', ['server'], [])
    expect(await own.run('isKept', ['server'], [])).toBe(1)
    await redis.save()
    await redis.kill()
    await redis.start()
    await untilUp(own)
    expect(await read('own:server')).not.toBeNull()
    expect(await own.run('isKept', ['server'], [])).toBe(0)
  })

  it('finds its scripts forgotten, and runs them all the same', async () => {
    await own.run('count', ['n'], [1])
    const client = new Redis(redis.url)
    await client.script('FLUSH')
    client.disconnect()
    expect(await own.run('count', ['n'], [1])).toBe(2)
  })

  it('fails within the bound while Redis hangs; what was sent happens once, late', async () => {
    await own.run('count', ['n'], [1])
    redis.pause()
    expect(await timed(own.run('count', ['n'], [1]))).toBeLessThan(3_000)
    redis.resume()
    await untilUp(own)
    expect(await own.run('count', ['n'], [1])).toBe(3)
  })

  it('fails at once while Redis is gone, and sends nothing a second time', async () => {
    await own.ping()
    redis.pause()
    const cut = own.run('count', ['cut'], [1])
    await Promise.all([expect(cut).rejects.toMatchObject(unavailable), redis.kill()])
    await vi.waitUntil(async () => (await own.ping()) === 'down', { timeout: 10_000 })
    const waits: number[] = []
    for (let count = 0; count < 5; count += 1) waits.push(await timed(own.run('count', ['cut'], [1])))
    expect(Math.min(...waits)).toBeLessThan(100)
    await redis.start()
    await untilUp(own)
    expect(await read('own:cut')).toBeNull()
  })

  it('gives up a connection whose answers are lost, and goes on over another', async () => {
    const proxy = await startRedisProxy(redis.url)
    const through = createRedisScripts({ url: proxy.url, prefix: 'own:', scripts })
    await through.run('count', ['n'], [1])
    proxy.holdBack('answers')
    expect(await timed(through.run('count', ['n'], [1]))).toBeLessThan(3_000)
    await vi.waitUntil(() => proxy.accepted() > 1, { timeout: 10_000 })
    proxy.heal()
    await untilUp(through)
    expect(await through.run('count', ['n'], [1])).toBe(3)
    await through.close()
    await proxy.dispose()
  })

  it('answers within the bound when Redis was never there', async () => {
    const nowhere = createRedisScripts({ url: 'redis://127.0.0.1:1', prefix: 'own:', scripts })
    expect(await timed(nowhere.run('whose', [], []))).toBeLessThan(3_000)
    expect(await nowhere.ping()).toBe('down')
    await nowhere.close()
  })

  it("hands on a script's own mistake as it is", async () => {
    await expect(own.run('broken', ['n'], [])).rejects.toThrow(/Wrong number of args|wrong number/i)
  })
})

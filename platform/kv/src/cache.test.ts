import { describe, expect, it } from 'vitest'

import { createCache, createMemoryKv } from './index.ts'

function setUp() {
  let now = 0
  const kv = createMemoryKv({ clock: { now: () => now } })
  const cache = createCache(kv, { namespace: 'plans@1', ttlMs: 1000 })
  return { kv, cache, pass: (ms: number) => (now += ms) }
}

const fail = async () => {
  throw new Error('source is away')
}

describe('cache', () => {
  it('loads once for many at the same time, and measures it', async () => {
    const { cache } = setUp()
    let loads = 0
    const load = async () => ({ loads: (loads += 1) })
    const answers = await Promise.all(Array.from({ length: 20 }, () => cache.getOrLoad('a', load)))
    expect(answers).toEqual(Array.from({ length: 20 }, () => ({ loads: 1 })))
    await cache.getOrLoad('a', load)
    expect(loads).toBe(1)
    expect(cache.stats()).toEqual({ hits: 1, misses: 1, joined: 19, hitRate: 20 / 21 })
  })

  it('loads again when the value has ended', async () => {
    const { cache, pass } = setUp()
    await cache.getOrLoad('a', async () => 1)
    pass(1001)
    expect(await cache.getOrLoad('a', async () => 2)).toBe(2)
  })

  it('keeps no failure and hands it to all who wait', async () => {
    const { cache } = setUp()
    const both = await Promise.allSettled([cache.getOrLoad('a', fail), cache.getOrLoad('a', fail)])
    expect(both.map((result) => result.status)).toEqual(['rejected', 'rejected'])
    expect(await cache.getOrLoad('a', async () => 'well')).toBe('well')
  })

  it('does not keep what was loaded before a change', async () => {
    const { cache } = setUp()
    const { promise, resolve } = Promise.withResolvers<string>()
    const stale = cache.getOrLoad('a', () => promise)
    await cache.delete('a')
    const fresh = cache.getOrLoad('a', async () => 'new')
    expect(await fresh).toBe('new')
    resolve('old')
    expect(await stale).toBe('old')
    expect(await cache.getOrLoad('a', async () => 'newest')).toBe('new')
  })

  it('keeps null and falsy values', async () => {
    const { cache } = setUp()
    await cache.getOrLoad('none', async () => null)
    expect(await cache.getOrLoad<string | null>('none', async () => 'other')).toBeNull()
  })

  it('keeps namespaces apart', async () => {
    const { kv, cache } = setUp()
    await cache.getOrLoad('a', async () => 1)
    const other = createCache(kv, { namespace: 'plans@2', ttlMs: 1000 })
    expect(await other.getOrLoad('a', async () => 2)).toBe(2)
  })
})

import { describe, expect, it } from 'vitest'

import { createCache, createMemoryKv, type CacheRead } from './index.ts'

function setUp() {
  let now = 0
  const kv = createMemoryKv({ clock: { now: () => now } })
  const reads: CacheRead[] = []
  const open = (namespace: string) =>
    createCache(kv, { namespace, ttlMs: 30_000, onRead: (read) => reads.push(read) })
  return { open, cache: open('plans@1'), reads, pass: (ms: number) => (now += ms) }
}

describe('cache', () => {
  it('asks the source once, and tells which reads it answered itself', async () => {
    const { cache, reads } = setUp()
    let loads = 0
    const load = async () => ({ loads: (loads += 1) })
    expect(await cache.getOrLoad('a', load)).toEqual({ loads: 1 })
    expect(await cache.getOrLoad('a', load)).toEqual({ loads: 1 })
    expect(reads).toEqual(['miss', 'hit'])
  })

  it('loads again when the value has ended', async () => {
    const { cache, pass } = setUp()
    await cache.getOrLoad('a', async () => 1)
    pass(30_001)
    expect(await cache.getOrLoad('a', async () => 2)).toBe(2)
  })

  it('keeps no failure', async () => {
    const { cache } = setUp()
    const fail = () => Promise.reject(new Error('source is away'))
    await expect(cache.getOrLoad('a', fail)).rejects.toThrow('source is away')
    expect(await cache.getOrLoad('a', async () => 'well')).toBe('well')
  })

  it('does not keep what was loaded before a change', async () => {
    const { cache, pass } = setUp()
    const { promise, resolve } = Promise.withResolvers<string>()
    const stale = cache.getOrLoad('a', () => promise)
    await cache.changed('a')
    resolve('old')
    expect(await stale).toBe('old')
    expect(await cache.getOrLoad('a', async () => 'new')).toBe('new')
    pass(10_001)
    expect(await cache.getOrLoad('a', async () => 'newest')).toBe('newest')
    expect(await cache.getOrLoad('a', async () => 'later')).toBe('newest')
  })

  it('keeps null and falsy values', async () => {
    const { cache } = setUp()
    await cache.getOrLoad('none', async () => null)
    expect(await cache.getOrLoad<string | null>('none', async () => 'other')).toBeNull()
  })

  it('keeps namespaces apart', async () => {
    const { open, cache } = setUp()
    await cache.getOrLoad('a', async () => 1)
    expect(await open('plans@2').getOrLoad('a', async () => 2)).toBe(2)
  })
})

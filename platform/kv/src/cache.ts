import { isFailure } from '@triptych/kernel'

import { kvErrors } from './errors.ts'
import type { Kv } from './kv.ts'

/** Answered by the store, by the source, or by the source because the store is away. */
export type CacheRead = 'hit' | 'miss' | 'bypass'

export interface Cache {
  /** The kept value, or what `load` gives (then kept). Values must survive JSON. While the store is away `load` answers. */
  getOrLoad<T>(key: string, load: () => Promise<T>): Promise<T>
  /** After a change: forgets the value, and what a reader of any process began to load before it is not kept. */
  changed(key: string): Promise<void>
}

export interface CacheOptions {
  /** Should name the version of the value's shape, as old values outlive a release. */
  readonly namespace: string
  readonly ttlMs: number
  /** Told of each read, so that the hit rate is measured. */
  readonly onRead: (read: CacheRead) => void
}

/** Stands where a value changed, longer than a reader takes from its load to its write; no JSON. */
const unsettled = 'unsettled'
const unsettledMs = 10_000

/** A cache over a Kv. */
export function createCache(kv: Kv, { namespace, ttlMs, onRead }: CacheOptions): Cache {
  const keyOf = (key: string) => `${namespace}:${key}`
  return {
    async getOrLoad<T>(name: string, load: () => Promise<T>): Promise<T> {
      const key = keyOf(name)
      const kept = await kv.get(key).catch(nothingWhenAway)
      if (kept === undefined) {
        onRead('bypass')
        return load()
      }
      if (kept !== null && kept !== unsettled) {
        onRead('hit')
        return (JSON.parse(kept) as [T])[0]
      }
      onRead('miss')
      const value = await load()
      await kv.set(key, JSON.stringify([value]), { ttlMs, ifAbsent: true }).catch(nothingWhenAway)
      return value
    },
    // A mark and not a gap: a reader that began before the change must not put back what it saw.
    changed: async (name) =>
      void (await kv.set(keyOf(name), unsettled, { ttlMs: unsettledMs }).catch(nothingWhenAway)),
  }
}

function nothingWhenAway(error: unknown): undefined {
  if (isFailure(error, kvErrors.unavailable)) return undefined
  throw error
}

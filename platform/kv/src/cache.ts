import { isFailure } from '@triptych/kernel'

import { kvErrors } from './errors.ts'
import type { Kv } from './kv.ts'

export interface CacheStats {
  hits: number
  misses: number
  /** Calls that shared another caller's look-up. */
  joined: number
  /** Share of calls that did not run `load`, 0 to 1; 0 before the first call. */
  hitRate: number
}

export interface Cache {
  /**
   * The kept value, or what `load` gives (then kept). Concurrent calls for one key share one look-up.
   * Values must survive JSON. When the store is away `load` answers alone; an error of `load` is not kept.
   */
  getOrLoad<T>(key: string, load: () => Promise<T>): Promise<T>
  /** Forgets a value after a change; a load that is under way is not kept. */
  delete(key: string): Promise<void>
  stats(): CacheStats
}

function ignoreAway(error: unknown): null {
  if (isFailure(error, kvErrors.unavailable)) return null
  throw error
}

/** A cache over a Kv. `namespace` should name the version of the value's shape, as old values outlive a release. */
export function createCache(kv: Kv, options: { namespace: string; ttlMs: number }): Cache {
  const inFlight = new Map<string, Promise<unknown>>()
  const counts = { hits: 0, misses: 0, joined: 0 }

  const lookUp = async <T>(key: string, isCurrent: () => boolean, load: () => Promise<T>): Promise<T> => {
    const kept = await kv.get(key).catch(ignoreAway)
    if (kept !== null) {
      counts.hits += 1
      return (JSON.parse(kept) as [T])[0]
    }
    counts.misses += 1
    const value = await load()
    if (isCurrent()) await kv.set(key, JSON.stringify([value]), { ttlMs: options.ttlMs }).catch(ignoreAway)
    return value
  }

  return {
    getOrLoad<T>(name: string, load: () => Promise<T>): Promise<T> {
      const key = `${options.namespace}:${name}`
      const running = inFlight.get(key)
      if (running !== undefined) {
        counts.joined += 1
        return running as Promise<T>
      }
      const isCurrent = () => inFlight.get(key) === started
      const started: Promise<T> = lookUp(key, isCurrent, load).finally(() => {
        if (isCurrent()) inFlight.delete(key)
      })
      inFlight.set(key, started)
      return started
    },
    async delete(name) {
      const key = `${options.namespace}:${name}`
      inFlight.delete(key)
      await kv.delete(key)
    },
    stats() {
      const total = counts.hits + counts.misses + counts.joined
      return { ...counts, hitRate: total === 0 ? 0 : (counts.hits + counts.joined) / total }
    },
  }
}

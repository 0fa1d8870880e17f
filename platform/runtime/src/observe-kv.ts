import { isFailure } from '@triptych/kernel'
import { type Kv, kvErrors, type RedisScripts } from '@triptych/kv'
import type { Metrics } from '@triptych/telemetry'
import type { OpenRedisScripts } from './define-module.ts'

type KvCall = 'get' | 'set' | 'delete' | 'increment' | 'consume' | 'lock' | 'script'

/** What a module sees of the key-value store: a call that found it away is counted, and fails as before. */
export function observeKv(kv: Kv, module: string, metrics: Metrics): Kv {
  const counted = counterOf(module, metrics)
  return {
    get: (key) => counted('get', kv.get(key)),
    set: (key, value, options) => counted('set', kv.set(key, value, options)),
    delete: (key) => counted('delete', kv.delete(key)),
    increment: (key, by, ttlMs) => counted('increment', kv.increment(key, by, ttlMs)),
    incrementBounded: (request) => counted('increment', kv.incrementBounded(request)),
    consume: (request) => counted('consume', kv.consume(request)),
    lock: (key, ttlMs) => counted('lock', kv.lock(key, ttlMs)),
    ping: () => kv.ping(),
    close: () => kv.close(),
  }
}

/** The same of its own steps in Redis. */
export function observeScripts(open: OpenRedisScripts, module: string, metrics: Metrics): OpenRedisScripts {
  const counted = counterOf(module, metrics)
  return <Name extends string>(sources: Readonly<Record<Name, string>>): RedisScripts<Name> => {
    const scripts = open(sources)
    return { ...scripts, run: (name, keys, args) => counted('script', scripts.run(name, keys, args)) }
  }
}

const counterOf =
  (module: string, metrics: Metrics) =>
  <T>(kv_call: KvCall, answer: Promise<T>): Promise<T> =>
    answer.catch((error: unknown) => {
      if (isFailure(error, kvErrors.unavailable))
        metrics.count('triptych_kv_fallbacks_total', { module, kv_call })
      throw error
    })

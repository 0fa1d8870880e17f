import type { Clock } from '@triptych/kernel'

import { createExpiringMap, type ExpiringMap } from './expiring-map.ts'
import { notACounter, requireLife, requireWhole } from './errors.ts'
import type { BoundedIncrement, BucketRequest, Kv, Lock, SetOptions } from './kv.ts'
import { requireBucket, takeTokens, type BucketState } from './token-bucket.ts'

function counterOf(text: string): number {
  if (!/^(0|-?[1-9][0-9]*)$/.test(text)) throw notACounter()
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw notACounter()
  return value
}

function createCounters(values: ExpiringMap<string>, clock: Clock) {
  const increment = (key: string, by: number, ttlMs: number): number => {
    requireWhole('by', by)
    requireLife(ttlMs)
    const entry = values.get(key)
    const value = (entry === undefined ? 0 : counterOf(entry.value)) + by
    values.set(key, String(value), entry?.expiresAt ?? clock.now() + ttlMs)
    return value
  }

  const incrementBounded = ({ key, by, limit, ttlMs }: BoundedIncrement) => {
    requireWhole('by', by)
    requireWhole('limit', limit)
    requireLife(ttlMs)
    const entry = values.get(key)
    const current = entry === undefined ? 0 : counterOf(entry.value)
    if (by > 0 && current + by > limit) return { ok: false, value: current }
    const value = by < 0 ? Math.max(Math.min(current, 0), current + by) : current + by
    if (value !== current) values.set(key, String(value), entry?.expiresAt ?? clock.now() + ttlMs)
    return { ok: true, value }
  }
  return { increment, incrementBounded }
}

function createLocks(clock: Clock) {
  const locks = createExpiringMap<number>(clock)
  let lastToken = 0
  return (key: string, ttlMs: number): Lock | null => {
    requireLife(ttlMs)
    if (locks.get(key) !== undefined) return null
    const token = Math.max(lastToken + 1, clock.now() * 1000)
    lastToken = token
    locks.set(key, token, clock.now() + ttlMs)
    const holds = () => locks.get(key)?.value === token
    return {
      token,
      release: async () => holds() && locks.delete(key),
      extend: async (ms) => {
        requireLife(ms)
        if (!holds()) return false
        locks.set(key, token, clock.now() + ms)
        return true
      },
    }
  }
}

/** State of one process: the embedded default, for a single replica. Lost at restart, as every use of it must bear. */
export function createMemoryKv({ clock }: { clock: Clock }): Kv {
  const values = createExpiringMap<string>(clock)
  const buckets = createExpiringMap<BucketState>(clock)
  const { increment, incrementBounded } = createCounters(values, clock)
  const lock = createLocks(clock)

  const set = (key: string, value: string, { ttlMs, ifAbsent }: SetOptions = {}): boolean => {
    if (ttlMs !== undefined) requireLife(ttlMs)
    if (ifAbsent === true && values.get(key) !== undefined) return false
    values.set(key, value, ttlMs === undefined ? Infinity : clock.now() + ttlMs)
    return true
  }

  const consume = (request: BucketRequest) => {
    requireBucket(request)
    const { state, result } = takeTokens(request, buckets.get(request.key)?.value, clock.now())
    buckets.set(request.key, state, result.resetAt + 1)
    return result
  }

  return {
    get: async (key) => values.get(key)?.value ?? null,
    set: async (key, value, options) => set(key, value, options),
    delete: async (key) => values.get(key) !== undefined && values.delete(key),
    increment: async (key, by, ttlMs) => increment(key, by, ttlMs),
    incrementBounded: async (request) => incrementBounded(request),
    consume: async (request) => consume(request),
    lock: async (key, ttlMs) => lock(key, ttlMs),
    ping: async () => 'up',
    close: async () => {},
  }
}

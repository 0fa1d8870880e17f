import type { Redis } from 'ioredis'

import { requireLife, requireWhole } from './errors.ts'
import type { BoundedIncrement, BucketRequest, Kv, Lock, SetOptions } from './kv.ts'
import { connectRedis, createGuard, pingOf } from './redis-connection.ts'
import {
  bucketScript,
  extendScript,
  incrementBoundedScript,
  incrementScript,
  lockScript,
  releaseScript,
  serverNow,
} from './redis-scripts.ts'
import { requireBucket } from './token-bucket.ts'

export interface RedisKvOptions {
  url: string
  /** Put before every key, so that several systems may share one Redis. */
  prefix: string
  /** Bound on every call, in milliseconds. */
  commandTimeoutMs?: number
}

const scripts = {
  kvIncrement: { lua: incrementScript, numberOfKeys: 1 },
  kvIncrementBounded: { lua: incrementBoundedScript, numberOfKeys: 1 },
  kvConsume: { lua: serverNow + bucketScript, numberOfKeys: 1 },
  kvLock: { lua: lockScript, numberOfKeys: 2 },
  kvRelease: { lua: releaseScript, numberOfKeys: 1 },
  kvExtend: { lua: extendScript, numberOfKeys: 1 },
}

type ScriptName = keyof typeof scripts
type Call = (...args: (string | number)[]) => Promise<unknown>

function createRunner(redis: Redis, boundMs: number) {
  const guard = createGuard(redis, boundMs)
  const run = (name: ScriptName, ...args: (string | number)[]): Promise<unknown> =>
    guard(() => (redis as unknown as Record<ScriptName, Call>)[name](...args))
  return { guard, run }
}

type Runner = ReturnType<typeof createRunner>

async function takeLock({ run }: Runner, keys: [string, string], ttlMs: number): Promise<Lock | null> {
  requireLife(ttlMs)
  const token = await run('kvLock', ...keys, ttlMs)
  if (typeof token !== 'string') return null
  return {
    token: Number(token),
    release: async () => (await run('kvRelease', keys[0], token)) === 1,
    extend: async (ms) => {
      requireLife(ms)
      return (await run('kvExtend', keys[0], token, ms)) === 1
    },
  }
}

function setArguments({ ttlMs, ifAbsent }: SetOptions): (string | number)[] {
  if (ttlMs !== undefined) requireLife(ttlMs)
  return [...(ttlMs === undefined ? [] : ['PX', ttlMs]), ...(ifAbsent === true ? ['NX'] : [])]
}

/** State shared by all processes. A call ends within `commandTimeoutMs` (250), away or not. */
export function createRedisKv({ url, prefix, commandTimeoutMs = 250 }: RedisKvOptions): Kv {
  const redis = connectRedis({ url, commandTimeoutMs, scripts })
  const runner = createRunner(redis, commandTimeoutMs)
  const { guard, run } = runner
  const valueKey = (key: string) => `${prefix}v:${key}`

  return {
    get: (key) => guard(() => redis.get(valueKey(key))),
    set: async (key, value, options = {}) => {
      const args = setArguments(options)
      return guard(async () => (await redis.call('SET', valueKey(key), value, ...args)) === 'OK')
    },
    delete: (key) => guard(async () => (await redis.del(valueKey(key))) === 1),
    increment: async (key, by, ttlMs) => {
      requireWhole('by', by)
      requireLife(ttlMs)
      return Number(await run('kvIncrement', valueKey(key), by, ttlMs))
    },
    incrementBounded: async ({ key, by, limit, ttlMs }: BoundedIncrement) => {
      requireWhole('by', by)
      requireWhole('limit', limit)
      requireLife(ttlMs)
      const reply = await run('kvIncrementBounded', valueKey(key), by, limit, ttlMs)
      const [ok, value] = reply as [number, number]
      return { ok: ok === 1, value }
    },
    consume: async (request: BucketRequest) => {
      requireBucket(request)
      const { key, capacity, refillPerSecond, cost } = request
      const reply = await run('kvConsume', `${prefix}b:${key}`, capacity, refillPerSecond, cost)
      const [allowed, remaining, retry, reset] = reply as [number, number, string, string]
      return { allowed: allowed === 1, remaining, retryAfterMs: Number(retry), resetAt: Number(reset) }
    },
    lock: (key, ttlMs) => takeLock(runner, [`${prefix}l:${key}`, `${prefix}f:${key}`], ttlMs),
    ping: () => pingOf(redis, guard),
    close: async () => redis.disconnect(),
  }
}

import type { Redis } from 'ioredis'

import { connectRedis, createGuard, pingOf } from './redis-connection.ts'

export interface RedisScriptsOptions<Name extends string> {
  url: string
  /** Put before every key, so that several systems may share one Redis. */
  prefix: string
  /** Lua by name. `ARGV[1]` is the server's `run_id`, the caller's arguments begin at `ARGV[2]`. */
  scripts: Readonly<Record<Name, string>>
  /** Bound on every call, in milliseconds. */
  commandTimeoutMs?: number
}

/**
 * Atomic steps of a module's own, one round trip each. A call that failed with `kv.unavailable` may still happen, at any
 * later time: what must never happen late is fenced by its caller.
 */
export interface RedisScripts<Name extends string = string> {
  /**
   * The script is told the `run_id` that was learnt on the very connection it is sent over. What it keeps under that id is
   * seen to be old when the server has been started again, also when it came back with a snapshot.
   */
  run(name: Name, keys: readonly string[], args: readonly (string | number)[]): Promise<unknown>
  ping(): Promise<'up' | 'down'>
  close(): Promise<void>
}

type Call = (numberOfKeys: number, ...args: (string | number)[]) => Promise<unknown>

function runIdIn(info: string): string {
  const found = /^run_id:(\w+)/m.exec(info)?.[1]
  if (found === undefined) throw new Error('INFO names no run_id')
  return found
}

/** Asks each new connection whose it is; a connection that does not say is given up for another. */
function followRunId(redis: Redis): () => Promise<string> {
  let learnt: Promise<string> | undefined
  redis.on('ready', () => {
    learnt = redis.info('server').then(runIdIn)
    learnt.catch(() => redis.disconnect(true))
  })
  redis.on('close', () => {
    learnt = undefined
  })
  return () => learnt ?? Promise.reject(new Error('Redis is not connected'))
}

/** A call ends within `commandTimeoutMs` (250), away or not. */
export function createRedisScripts<Name extends string>({
  url,
  prefix,
  scripts,
  commandTimeoutMs = 250,
}: RedisScriptsOptions<Name>): RedisScripts<Name> {
  const sources = Object.entries<string>(scripts).map(([name, lua]) => [name, { lua }] as const)
  const redis = connectRedis({ url, commandTimeoutMs, scripts: Object.fromEntries(sources) })
  const runId = followRunId(redis)
  const guard = createGuard(redis, commandTimeoutMs)
  return {
    run: (name, keys, args) =>
      guard(async () => {
        const server = await runId()
        const call = (redis as unknown as Record<Name, Call>)[name].bind(redis)
        return call(keys.length, ...keys.map((key) => prefix + key), server, ...args)
      }),
    ping: () => pingOf(redis, guard),
    close: async () => redis.disconnect(),
  }
}

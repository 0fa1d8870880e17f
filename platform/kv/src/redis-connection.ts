import { holdBack } from '@triptych/kernel/server'
import { Redis } from 'ioredis'

import { kvUnavailable, notACounter } from './errors.ts'

/** Replies that speak of the server's state, not of the command. */
const serverTrouble = /^(LOADING|READONLY|MASTERDOWN|CLUSTERDOWN|TRYAGAIN|OOM|MISCONF|NOREPLICAS|BUSY|NOAUTH)/

function translate(error: unknown): unknown {
  if (!(error instanceof Error) || error.name !== 'ReplyError') return kvUnavailable(error)
  if (serverTrouble.test(error.message)) return kvUnavailable(error)
  return /not an integer/.test(error.message) ? notACounter() : error
}

export interface ConnectionOptions {
  readonly url: string
  readonly commandTimeoutMs: number
  readonly scripts: Readonly<Record<string, { lua: string; numberOfKeys?: number }>>
}

/** One connection that never queues while away, and never sends a command twice. */
export function connectRedis({ url, commandTimeoutMs, scripts }: ConnectionOptions): Redis {
  const redis = new Redis(url, {
    commandTimeout: commandTimeoutMs,
    connectTimeout: 1000,
    // A connection that has fallen silent, as one cut half-way does, is given up for a new one.
    socketTimeout: 4 * commandTimeoutMs,
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    retryStrategy: (attempt) => Math.min(50 * 2 ** Math.min(attempt, 6), 2000),
    scripts,
  })
  // The failure reaches whoever calls; without a listener it would end the process.
  redis.on('error', () => {})
  return redis
}

/** The first call may come before the first connection: it waits for it, within the same bound. */
function firstConnection(redis: Redis, boundMs: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, boundMs)
    const done = () => {
      clearTimeout(timer)
      resolve()
    }
    redis.once('ready', done)
    redis.once('close', done)
  })
}

export type Guard = <T>(call: () => Promise<T>) => Promise<T>

/** Runs calls on the connection and says `kv.unavailable` for all that is not their own fault. */
export function createGuard(redis: Redis, boundMs: number): Guard {
  const connected = firstConnection(redis, boundMs)
  return async (call) => {
    await connected
    try {
      if (redis.status === 'ready') holdBack(redis.stream)
      return await call()
    } catch (error) {
      throw translate(error)
    }
  }
}

export const pingOf = (redis: Redis, guard: Guard): Promise<'up' | 'down'> =>
  guard(() => redis.ping()).then(
    () => 'up',
    () => 'down',
  )

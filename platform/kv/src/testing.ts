import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { Redis } from 'ioredis'

const binary = '/usr/bin/redis-server'
export const hasRedisBinary = existsSync(binary)

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

async function untilReady(url: string): Promise<void> {
  const redis = new Redis(url, { retryStrategy: () => 20, maxRetriesPerRequest: 200 })
  redis.on('error', () => {})
  await redis.ping()
  redis.disconnect()
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = once(child, 'exit')
  child.kill('SIGKILL')
  await exited
}

/** A Redis of the test's own, which keeps nothing unless told to, that can be paused, killed and started again on the same port. */
export async function startRedis() {
  const dir = await mkdtemp(join(tmpdir(), 'triptych-kv-test-'))
  const port = await freePort()
  const url = `redis://127.0.0.1:${port}`
  const launch = async () => {
    const args = [
      '--port',
      `${port}`,
      '--bind',
      '127.0.0.1',
      '--save',
      '',
      '--appendonly',
      'no',
      '--dir',
      dir,
    ]
    const started = spawn(binary, args, { stdio: 'ignore' })
    await untilReady(url)
    return started
  }
  let child = await launch()
  return {
    url,
    pause: () => child.kill('SIGSTOP'),
    resume: () => child.kill('SIGCONT'),
    kill: () => end(child),
    start: async () => {
      child = await launch()
    },
    flush: async () => {
      const redis = new Redis(url)
      await redis.flushall()
      redis.disconnect()
    },
    /** Writes what it holds to its file, with which the next start begins. */
    save: async () => {
      const redis = new Redis(url)
      await redis.save()
      redis.disconnect()
    },
    /** Loses one key, as a full Redis may. */
    remove: async (key: string) => {
      const redis = new Redis(url)
      await redis.del(key)
      redis.disconnect()
    },
    /** Lets every command wait so long; connections stay open and are accepted. */
    stall: async (ms: number) => {
      const redis = new Redis(url)
      await redis.call('CLIENT', 'PAUSE', ms, 'ALL')
      redis.disconnect()
    },
    dispose: async () => {
      await end(child)
      await rm(dir, { recursive: true, force: true })
    },
  }
}

type Direction = 'requests' | 'answers'

/**
 * Stands between clients and a Redis, and can hold back one direction as a network cut half-way does: what was held arrives
 * when it heals, also from a client that has gone meanwhile.
 */
export async function startRedisProxy(redisUrl: string) {
  const held: (() => void)[] = []
  const sockets = new Set<Socket>()
  let cut: Direction | undefined
  let accepted = 0
  const forward = (direction: Direction, from: Socket, to: Socket) => {
    const deliver = (send: () => void) => (cut === direction ? void held.push(send) : send())
    sockets.add(from)
    from.on('data', (chunk) => deliver(() => to.write(chunk)))
    from.on('error', () => {})
    from.on('close', () => {
      sockets.delete(from)
      deliver(() => to.end())
    })
  }
  const server = createServer((client) => {
    accepted += 1
    const upstream = connect(Number(new URL(redisUrl).port), '127.0.0.1')
    forward('requests', client, upstream)
    forward('answers', upstream, client)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `redis://127.0.0.1:${(server.address() as AddressInfo).port}`,
    accepted: () => accepted,
    holdBack: (direction: Direction) => {
      cut = direction
    },
    heal: () => {
      cut = undefined
      for (const send of held.splice(0)) send()
    },
    dispose: async () => {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

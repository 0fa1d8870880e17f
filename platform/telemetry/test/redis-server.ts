import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'

const binary = '/usr/bin/redis-server'
export const hasRedisBinary = existsSync(binary)

/** A Redis of the test's own on a Unix socket, without persistence. */
export async function startRedis() {
  const dir = await mkdtemp(join(tmpdir(), 'triptych-redis-'))
  const url = join(dir, 'redis.sock')
  const settings = ['--port', '0', '--unixsocket', url, '--save', '', '--appendonly', 'no', '--dir', dir]
  const child = spawn(binary, settings, { stdio: 'ignore' })
  const redis = new Redis(url, { retryStrategy: () => 20, maxRetriesPerRequest: 200 })
  redis.on('error', () => undefined)
  await redis.ping()
  redis.disconnect()
  return {
    url,
    dispose: async () => {
      const exited = once(child, 'exit')
      child.kill('SIGKILL')
      await exited
      await rm(dir, { recursive: true, force: true })
    },
  }
}

import type { Transport } from '@triptych/bus'
import type { Database } from '@triptych/db'
import type { ComponentHealth } from '@triptych/http'
import type { Kv } from '@triptych/kv'
import type { Storage } from '@triptych/storage'
import type { PlatformConfig } from './platform-config.ts'

interface Parts {
  readonly database: Database
  readonly kv: Kv
  readonly transport: Transport
  readonly storage: Storage
}

/** How each part answers now, asked all at once. */
export async function healthOf(
  config: PlatformConfig,
  { database, kv, transport, storage }: Parts,
): Promise<ComponentHealth[]> {
  const [rows, counters, events, files] = await Promise.all([
    answers(database),
    kv.ping(),
    transport.ping(),
    storage.ping(),
  ])
  const kindOf = (address: string | undefined, real: string, embedded: string) =>
    address === undefined ? embedded : real
  return [
    { name: 'database', kind: database.kind, status: rows ? 'ok' : 'down' },
    {
      name: 'key-value store',
      kind: kindOf(config.REDIS_URL, 'redis', 'in process'),
      status: statusOf(counters),
    },
    { name: 'events', kind: kindOf(config.NATS_URL, 'jetstream', 'in process'), status: statusOf(events) },
    { name: 'storage', kind: kindOf(config.S3_ENDPOINT, 's3', 'files'), status: statusOf(files) },
  ]
}

/** All goes on without these parts, if less well. */
const statusOf = (answer: 'up' | 'down') => (answer === 'up' ? 'ok' : 'degraded')

async function answers(database: Database): Promise<boolean> {
  try {
    const client = await database.pool.connect()
    try {
      await client.query('select 1')
    } finally {
      client.release()
    }
    return true
  } catch {
    return false
  }
}

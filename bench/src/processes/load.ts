/** The client: its own process, so that it takes no time of the server's event loop. */
import { randomUUID } from 'node:crypto'
import autocannon from 'autocannon'
import { tell } from './messages.ts'

export interface LoadRequest {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly headers: Record<string, string>
  readonly body?: string
}

export interface Load {
  readonly baseUrl: string
  /** Taken in turn. */
  readonly requests: readonly LoadRequest[]
  /** A new Idempotency-Key for each request. */
  readonly withKeys: boolean
  readonly connections: number
  readonly seconds: number
}

export interface LoadResult {
  readonly perSecond: number
  readonly p50Ms: number
  readonly p99Ms: number
  readonly failed: number
}

async function run(load: Load): Promise<LoadResult> {
  const result = await autocannon({
    url: load.baseUrl,
    connections: load.connections,
    duration: load.seconds,
    requests: load.requests.map((request) =>
      load.withKeys
        ? {
            ...request,
            setupRequest: (next) => ({
              ...next,
              headers: { ...next.headers, 'idempotency-key': randomUUID() },
            }),
          }
        : request,
    ),
  })
  return {
    perSecond: result['2xx'] / result.duration,
    p50Ms: result.latency.p50,
    p99Ms: result.latency.p99,
    failed: result.non2xx + result.errors,
  }
}

process.on('message', (load: Load) => void run(load).then(tell))
tell('ready')

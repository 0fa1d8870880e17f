import type { Clock } from '@triptych/kernel'
import { createOutbound, type ProviderConfig } from '@triptych/outbound'
import type { Lane } from './lane.ts'
import { createLaneClient, type LaneClient } from './lane-client.ts'

export interface Lanes {
  /** Those that can be called: their endpoint is configured. In the order they are tried. */
  readonly clients: readonly LaneClient[]
  close(): Promise<void>
}

interface Deps {
  readonly config: {
    readonly AI_LANES: readonly Lane[]
    readonly OPENROUTER_API_KEY?: string | undefined
    readonly OPENROUTER_BASE_URL?: string | undefined
    readonly AI_COMPATIBLE_BASE_URL?: string | undefined
    readonly AI_COMPATIBLE_API_KEY?: string | undefined
  }
  readonly clock: Clock
  readonly sandboxUrl: string | undefined
}

interface Endpoint {
  readonly baseUrl: string
  readonly apiKey: string | undefined
}

const openRouterUrl = 'https://openrouter.ai/api/v1'
const sandboxKey = 'sandbox'

/** Where a lane's endpoint is, or undefined when it was not configured. */
function endpointOf({ config, sandboxUrl }: Deps, lane: Lane): Endpoint | undefined {
  if (lane.endpoint === 'compatible') {
    const { AI_COMPATIBLE_BASE_URL: baseUrl, AI_COMPATIBLE_API_KEY: apiKey } = config
    return baseUrl === undefined ? undefined : { baseUrl, apiKey }
  }
  const { OPENROUTER_API_KEY: apiKey, OPENROUTER_BASE_URL: baseUrl } = config
  if (apiKey === undefined) return undefined
  if (baseUrl !== undefined) return { baseUrl, apiKey }
  if (apiKey !== sandboxKey) return { baseUrl: openRouterUrl, apiKey }
  if (sandboxUrl === undefined) throw new Error('OPENROUTER_API_KEY=sandbox needs SANDBOX=on.')
  return { baseUrl: `${sandboxUrl}/openrouter/api/v1`, apiKey }
}

export function createLanes(deps: Deps): Lanes {
  const { config, clock } = deps
  const usable = config.AI_LANES.flatMap((lane) => {
    const endpoint = endpointOf(deps, lane)
    return endpoint === undefined ? [] : [{ lane, endpoint }]
  })
  const outbound = createOutbound({
    clock,
    providers: Object.fromEntries(usable.map(({ lane, endpoint }) => [lane.id, providerOf(lane, endpoint)])),
  })
  return {
    clients: usable.map(({ lane, endpoint }) => createLaneClient(lane, endpoint, { outbound, clock })),
    close: () => outbound.close(),
  }
}

const connectMs = 3_000

/**
 * Each lane has its own places and connections. Retries and the circuit are the gateway's: every attempt is an event of
 * its own, and most outages come after a 200.
 */
function providerOf(lane: Lane, { baseUrl }: Endpoint): ProviderConfig {
  return {
    baseUrl,
    timeouts: {
      connect: connectMs,
      headers: lane.total_ms,
      body: lane.total_ms,
      total: lane.total_ms + connectMs,
    },
    retry: { attempts: 1, baseDelayMs: 1, maxDelayMs: 1 },
    breaker: { failures: Number.MAX_SAFE_INTEGER, halfOpenAfterMs: 1 },
    bulkhead: { concurrent: lane.concurrent, queued: lane.queued },
    ratePerSecond: 10_000,
  }
}

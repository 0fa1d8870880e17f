import {
  createOutbound,
  OutboundError,
  type OutboundRequest,
  type OutboundResponse,
} from '@triptych/outbound'
import { AccessRefused, type ConnectorGround, ProviderUnavailable } from '../connector.ts'

const provider = '__name__'
const limits = {
  timeouts: { connect: 3_000, headers: 10_000, body: 10_000, total: 15_000 },
  retry: { attempts: 2, baseDelayMs: 300, maxDelayMs: 2_000 },
  breaker: { failures: 8, halfOpenAfterMs: 15_000 },
  bulkhead: { concurrent: 16, queued: 128 },
  ratePerSecond: 50,
}

export interface Answer {
  readonly status: number
  /** Undefined when it is not JSON. */
  readonly body: unknown
}

export interface Api {
  /** Throws `ProviderUnavailable` unless there is an answer. */
  send(request: OutboundRequest): Promise<Answer>
  close(): Promise<void>
}

export function createApi(baseUrl: string, { clock, logger }: ConnectorGround): Api {
  const outbound = createOutbound({ providers: { [provider]: { baseUrl, ...limits } }, clock, logger })
  return {
    async send(request) {
      try {
        const accepts = (status: number): boolean => status < 500 && status !== 408 && status !== 429
        const response = await outbound.provider(provider).request({ ...request, accepts })
        return { status: response.status, body: jsonOf(response) }
      } catch (error) {
        if (!(error instanceof OutboundError)) throw error
        const { retryAfterMs, reason } = error
        throw new ProviderUnavailable({ retryAfterMs, isBusy: reason === 'rate_limited' })
      }
    },
    close: () => outbound.close(),
  }
}

function jsonOf(response: OutboundResponse): unknown {
  try {
    return response.json()
  } catch {
    return undefined
  }
}

/** Tells the ways apart in which it says no. Throws for each. */
export function requireAnswer({ status, body }: Answer): void {
  if (status === 401 || status === 403) throw new AccessRefused()
  if (status < 200 || status > 299 || body === undefined) throw new ProviderUnavailable()
}

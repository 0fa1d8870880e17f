import type { Clock } from '@triptych/kernel'
import { createOutbound, type Outbound, type ProviderConfig } from '@triptych/outbound'

/** The part of `fetch` that OpenID libraries use. */
export type OutboundFetch = (
  url: string,
  options: {
    readonly method?: string
    readonly headers?: Record<string, string> | Headers
    readonly body?: unknown
    readonly signal?: AbortSignal | undefined
  },
) => Promise<Response>

const limits: Omit<ProviderConfig, 'baseUrl'> = {
  timeouts: { connect: 2_000, headers: 5_000, body: 5_000, total: 10_000 },
  retry: { attempts: 2, baseDelayMs: 100, maxDelayMs: 1_000 },
  breaker: { failures: 5, halfOpenAfterMs: 10_000 },
  bulkhead: { concurrent: 10, queued: 50 },
  ratePerSecond: 50,
}

/** A `fetch` over the one client for the outside. Hosts come from issuers that the configuration names. */
export function createOutboundFetch(clock: Clock): { fetch: OutboundFetch; close(): Promise<void> } {
  const byOrigin = new Map<string, Outbound>()
  const outboundOf = (origin: string): Outbound => {
    const known = byOrigin.get(origin)
    if (known !== undefined) return known
    const made = createOutbound({ clock, providers: { issuer: { ...limits, baseUrl: origin } } })
    byOrigin.set(origin, made)
    return made
  }
  return {
    async fetch(url, { method = 'GET', headers, body, signal }) {
      const { origin, pathname, searchParams } = new URL(url)
      const answer = await outboundOf(origin)
        .provider('issuer')
        .request({
          method: method as 'GET' | 'POST',
          path: pathname,
          query: Object.fromEntries(searchParams),
          headers: Object.fromEntries(new Headers(headers)),
          ...(body === undefined || body === null ? {} : { body: textOf(body) }),
          ...(signal === undefined ? {} : { signal }),
          // The library judges the answer itself: an OAuth error has a body that says which.
          accepts: (status) => status < 500,
        })
      const hasBody = ![204, 304].includes(answer.status)
      const bytes = new Uint8Array(answer.body)
      return new Response(hasBody ? bytes : null, { status: answer.status, headers: answer.headers })
    },
    close: async () => {
      await Promise.all([...byOrigin.values()].map((outbound) => outbound.close()))
    },
  }
}

function textOf(body: unknown): string {
  if (typeof body === 'string') return body
  if (body instanceof URLSearchParams) return body.toString()
  throw new TypeError('an OpenID request has a text or form body')
}

import type { Clock, NewId } from '@triptych/kernel'
import type { FastifyBaseLogger } from 'fastify'
import type { Authenticator } from './access.ts'
import type { Limiter } from './limits.ts'

/** Told of each answered request; the route is the pattern, never the path with its ids. */
export type RequestObserver = (
  labels: { readonly method: string; readonly route: string; readonly status: number },
  seconds: number,
) => void

export interface HttpPlatform {
  readonly authenticator: Authenticator
  readonly limiter: Limiter
  readonly clock: Clock
  readonly newId: NewId
  /** Origins of our own pages; a request that a cookie authenticates must come from one of them. */
  readonly origins: readonly string[]
  /** Names under which this server is asked, without a port; loopback's own names always count. */
  readonly hosts: readonly string[]
  /** Proxies whose `X-Forwarded-For` is believed. */
  readonly trustedProxies: readonly string[]
  readonly logger: FastifyBaseLogger
  readonly observe?: RequestObserver
  /** Development answers on loopback, where browsers refuse secure cookies and HSTS makes no sense. */
  readonly secureTransport: boolean
  /** Requests are refused while the event loop runs this late; 0 refuses none. */
  readonly overloadDelayMs: number
}

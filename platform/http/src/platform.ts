import type { Clock, Limiter, NewId } from '@triptych/kernel'
import type { FastifyBaseLogger } from 'fastify'
import type { Authenticator } from './access.ts'

/** What a request is told by; the route is the pattern, never the path with its ids. */
export interface RequestFact {
  readonly requestId: string
  readonly method: string
  readonly route: string
}

/** Told of each request, whoever counts, logs and reports. No member may throw. */
export interface HttpObserver {
  opened(): void
  /** Answered, or left by its client. */
  closed(): void
  answered(
    fact: RequestFact & {
      readonly status: number
      readonly seconds: number
      /** Who asked, once that is known. */
      readonly userId: string | undefined
    },
  ): void
  /** An error that nobody expected. Those of operations are told by whoever runs them. */
  failed(fact: RequestFact & { readonly error: unknown }): void
}

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
  readonly observer?: HttpObserver
  /** Development answers on loopback, where browsers refuse secure cookies and HSTS makes no sense. */
  readonly secureTransport: boolean
  /** Requests are refused while the event loop runs this late; 0 refuses none. */
  readonly overloadDelayMs: number
}

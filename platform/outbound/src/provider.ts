/** How a provider is reached and how much it is trusted to cope with. Times are milliseconds. */
export interface ProviderConfig {
  /** Scheme, host and an optional path that every request's path is added to. Comes from configuration and is trusted. */
  baseUrl: string
  timeouts: {
    connect: number
    /** From the request being sent to the answer's headers. */
    headers: number
    /** Between two pieces of the body. */
    body: number
    /** The whole call with its retries, waits and body. */
    total: number
  }
  retry: {
    /** Sendings in all; 1 means no retry. */
    attempts: number
    /** The bound of the first wait; it doubles each time. Waits are drawn evenly between zero and the bound. */
    baseDelayMs: number
    /** The bound of any wait. A longer Retry-After ends the call instead of being cut short. */
    maxDelayMs: number
  }
  breaker: {
    /** Consecutive timeouts or outages that open the circuit. */
    failures: number
    halfOpenAfterMs: number
  }
  bulkhead: {
    concurrent: number
    /** Calls that may wait for a place; more fail at once. */
    queued: number
  }
  /** Sendings a second by this process. */
  ratePerSecond: number
}

export interface OutboundRequest {
  method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Begins with `/`; added to the provider's base. */
  path: string
  query?: Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>
  headers?: Readonly<Record<string, string | undefined>>
  body?: string | Uint8Array
  signal?: AbortSignal
  /** Whether it may be sent twice. Default: by method (GET, HEAD, PUT, DELETE). */
  idempotent?: boolean
  /** Separates circuits within a provider, such as one per model. Few and from configuration. */
  breakerKey?: string
  /** Statuses that are an answer and not a failure. Default: 200 to 299. */
  accepts?: (status: number) => boolean
  /** Default 10 MiB; a longer body is an invalid response. */
  maxBodyBytes?: number
}

interface OutboundHead {
  status: number
  /** By lower-case name; repeated headers are joined by `, `. */
  headers: Readonly<Record<string, string>>
}

export interface OutboundResponse extends OutboundHead {
  body: Uint8Array
  text(): string
  /** Fails with `outbound.invalid_response` when the body is not JSON. */
  json(): unknown
}

export interface OutboundStream extends OutboundHead {
  /** The body as it comes. Ends with an `OutboundError` when it is cut, stalls or grows too long; leaving the loop ends the connection. */
  body: AsyncIterable<Uint8Array>
}

/** Calls to one provider. Every failure is an `OutboundError`. */
export interface Provider {
  request(request: OutboundRequest): Promise<OutboundResponse>
  /** Resolves at the headers; retries end there. */
  stream(request: OutboundRequest): Promise<OutboundStream>
}

export interface OutboundLogger {
  warn(fields: Record<string, unknown>, message: string): void
}

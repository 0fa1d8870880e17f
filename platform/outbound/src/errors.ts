import { AppError, defineErrors } from '@triptych/kernel'

export const outboundErrors = defineErrors('outbound', {
  timeout: { kind: 'timeout', title: 'An outside service took too long. Try again.' },
  unavailable: {
    kind: 'unavailable',
    title: 'An outside service is not available right now. Try again shortly.',
  },
  rate_limited: { kind: 'unavailable', title: 'An outside service asked to slow down. Try again later.' },
  refused: { kind: 'internal', title: 'An outside service refused the request.' },
  invalid_response: { kind: 'unavailable', title: 'An outside service gave an answer that makes no sense.' },
  blocked: { kind: 'rejected', title: 'This address cannot be used.' },
  cancelled: { kind: 'timeout', title: 'The request was stopped before the outside service answered.' },
})

export type OutboundReason = keyof typeof outboundErrors

export interface OutboundFailure {
  reason: OutboundReason
  /** The provider's name, or `untrusted`. */
  provider: string
  /** The HTTP status, when there was one. */
  status?: number | undefined
  retryAfterMs?: number | undefined
  /** Whether the same request may succeed when it is sent again. */
  isTransient?: boolean
  cause?: unknown
}

/**
 * Errors of the HTTP client may carry parts of an answer or of an address; only their code goes on.
 * System and client codes are upper case; anything else is replaced.
 */
function codeOf(cause: unknown): Error | undefined {
  if (cause === undefined) return undefined
  const { code } = Object(cause) as { code?: unknown }
  return new Error(typeof code === 'string' && /^[A-Z0-9_]{1,60}$/.test(code) ? code : 'unknown cause')
}

/** A failed call. Holds no body, header, path or query: it may be logged as it is. */
export class OutboundError extends AppError {
  readonly reason: OutboundReason
  readonly provider: string
  readonly status: number | undefined
  readonly isTransient: boolean

  constructor({ reason, provider, status, retryAfterMs, isTransient = false, cause }: OutboundFailure) {
    super(outboundErrors[reason], {
      data: { provider, ...(status === undefined ? {} : { status }) },
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
      cause: codeOf(cause),
    })
    this.reason = reason
    this.provider = provider
    this.status = status
    this.isTransient = isTransient
  }
}

/** What a failure of the transport means. */
export function transportFailure(provider: string, error: unknown): OutboundError {
  if (error instanceof OutboundError) return error
  const { code } = Object(error) as { code?: unknown }
  const text = typeof code === 'string' ? code : ''
  if (text.endsWith('_TIMEOUT') || text === 'ETIMEDOUT') {
    return new OutboundError({ reason: 'timeout', provider, isTransient: true, cause: error })
  }
  if (
    text.startsWith('HPE_') ||
    text === 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH' ||
    text === 'UND_ERR_HEADERS_OVERFLOW'
  ) {
    return new OutboundError({ reason: 'invalid_response', provider, isTransient: true, cause: error })
  }
  return new OutboundError({ reason: 'unavailable', provider, isTransient: true, cause: error })
}

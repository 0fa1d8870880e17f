import type { BucketRequest, BucketResult } from './kv.ts'

/** What is remembered of a bucket: tokens (fractions kept) at a moment. */
export interface BucketState {
  tokens: number
  at: number
}

export function requireBucket({ capacity, refillPerSecond, cost }: BucketRequest): void {
  if (!(capacity > 0 && Number.isFinite(capacity))) throw new RangeError('capacity must be above 0')
  if (!(refillPerSecond > 0 && Number.isFinite(refillPerSecond))) {
    throw new RangeError('refillPerSecond must be above 0')
  }
  if (!(cost >= 0 && cost <= capacity)) throw new RangeError('cost must be between 0 and capacity')
}

/** The bucket's arithmetic; `bucketScript` does the same inside Redis. A clock that steps back refills nothing. */
export function takeTokens(
  request: BucketRequest,
  state: BucketState | undefined,
  now: number,
): { state: BucketState; result: BucketResult } {
  const { capacity, refillPerSecond, cost } = request
  const perMs = refillPerSecond / 1000
  const at = state === undefined ? now : Math.max(state.at, now)
  const refilled = state === undefined ? capacity : state.tokens + (at - state.at) * perMs
  const full = Math.min(capacity, refilled)
  const allowed = full >= cost
  const tokens = allowed ? full - cost : full
  return {
    state: { tokens, at },
    result: {
      allowed,
      remaining: Math.floor(tokens),
      retryAfterMs: allowed ? 0 : Math.ceil((cost - tokens) / perMs),
      resetAt: Math.ceil(at + (capacity - tokens) / perMs),
    },
  }
}

/** Result of `consume` on a token bucket. */
export interface BucketResult {
  allowed: boolean
  /** Whole tokens left after this call. */
  remaining: number
  /** 0 when allowed, else the wait until the same cost would be granted. */
  retryAfterMs: number
  /** Epoch milliseconds at which the bucket is full again when nobody takes more. */
  resetAt: number
}

export interface BucketRequest {
  key: string
  /** Tokens of a full bucket; a bucket starts full. */
  capacity: number
  refillPerSecond: number
  /** Tokens to take, at most `capacity`; 0 only looks. */
  cost: number
}

export interface BoundedIncrement {
  key: string
  /** A negative amount gives back: it always succeeds and never takes the counter below zero. */
  by: number
  limit: number
  /** Life of the counter, counted from its first use; later calls do not extend it. */
  ttlMs: number
}

/** A lease that ends by itself. It protects against double work, not against a holder that sleeps past its lease. */
export interface Lock {
  /** Grows with every grant of the same key: a store that remembers the highest refuses a late holder. */
  readonly token: number
  /** False when the lease had already ended; another holder's lease is never touched. */
  release(): Promise<boolean>
  /** A new lease of `ttlMs` from now; false when the lease had already ended. */
  extend(ttlMs: number): Promise<boolean>
}

export interface SetOptions {
  /** Without it the value stays until deleted. */
  ttlMs?: number
  ifAbsent?: boolean
}

/**
 * Short-lived shared state. Amounts are safe integers, times milliseconds.
 * Every call may fail with `kv.unavailable`; the caller decides whether to go on without.
 */
export interface Kv {
  get(key: string): Promise<string | null>
  /** False only when `ifAbsent` found a value. */
  set(key: string, value: string, options?: SetOptions): Promise<boolean>
  /** True when there was a value or counter. */
  delete(key: string): Promise<boolean>
  /** Adds to a counter and answers its new value; the life starts when the counter does and is not extended. */
  increment(key: string, by: number, ttlMs: number): Promise<number>
  /** Adds only when the result stays within `limit`, else answers `ok: false` with the unchanged value. */
  incrementBounded(request: BoundedIncrement): Promise<{ ok: boolean; value: number }>
  /** Takes tokens from a bucket that refills steadily. */
  consume(request: BucketRequest): Promise<BucketResult>
  /** Null when somebody else holds it. */
  lock(key: string, ttlMs: number): Promise<Lock | null>
  ping(): Promise<'up' | 'down'>
  close(): Promise<void>
}

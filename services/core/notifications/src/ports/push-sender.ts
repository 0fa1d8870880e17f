/** Where a push goes, as its browser gave it. */
export interface PushTarget {
  readonly endpoint: string
  readonly keys: { readonly p256dh: string; readonly auth: string }
}

export interface OutgoingPush {
  readonly payload: string
  readonly ttlSeconds: number
  readonly urgency: 'very-low' | 'low' | 'normal' | 'high'
  /** A later push with the same topic takes the place of one that still waits. */
  readonly topic: string
}

export interface PushSender {
  /** The key that browsers subscribe with. */
  readonly publicKey: string
  /** Why a target cannot be used, in words for the one who gave it; undefined when it can. */
  refusalOf(target: PushTarget): { readonly path: string; readonly message: string } | undefined
  /** Fails with a `PushError`. */
  send(target: PushTarget, push: OutgoingPush, signal: AbortSignal): Promise<void>
}

/**
 * - `gone`: the browser is not there any more.
 * - `key_refused`: the key is not the one it subscribed with, or our signature is not believed.
 * - `permanent`: the same push will be refused for ever.
 * - `transient`: it may pass later.
 */
export type PushFailure = 'gone' | 'key_refused' | 'permanent' | 'transient'

/** Why a push did not go out. Holds a code and nothing of what the other side said. */
export class PushError extends Error {
  /** `push_410`, `push_unavailable`, … */
  readonly code: string
  readonly failure: PushFailure
  readonly retryAfterMs: number | undefined

  constructor(code: string, failure: PushFailure, retryAfterMs?: number) {
    super(code)
    this.name = 'PushError'
    this.code = code
    this.failure = failure
    this.retryAfterMs = retryAfterMs
  }
}

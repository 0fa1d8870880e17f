/** What the bus tells whoever counts and logs. Every member is optional; none may throw. */
export interface BusObserver {
  /** Events left an outbox. */
  published?(fact: { readonly module: string; readonly count: number }): void
  /** `lagMs`: from the fact to its effect. */
  handled?(fact: Delivery & { readonly durationMs: number; readonly lagMs: number }): void
  retried?(fact: FailedDelivery): void
  dead?(fact: FailedDelivery): void
  /** A part could not do its work and will try again; nothing is lost. */
  stalled?(fact: { readonly part: 'relay' | 'transport' | 'worker' | 'poll'; readonly error: unknown }): void
}

export interface Delivery {
  readonly module: string
  readonly consumer: string
  readonly subject: string
}

export interface FailedDelivery extends Delivery {
  readonly attempt: number
  /** A code, never a sentence. */
  readonly error: string
  readonly cause: unknown
}

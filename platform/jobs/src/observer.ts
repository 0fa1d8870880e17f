/** What the jobs tell whoever counts and logs. Every member is optional; none may throw. */
export interface JobsObserver {
  /** `waitedMs`: from the time a job was due to its start. */
  done?(fact: { readonly job: string; readonly durationMs: number; readonly waitedMs: number }): void
  retried?(fact: FailedAttempt): void
  /** No attempt is left. */
  failed?(fact: FailedAttempt): void
  /** A part could not do its work and will try again. */
  stalled?(fact: { readonly part: 'queue' | 'poll' | 'schedule'; readonly error: unknown }): void
}

export interface FailedAttempt {
  readonly job: string
  readonly attempt: number
  /** A code, never a sentence. */
  readonly error: string
  readonly cause: unknown
}

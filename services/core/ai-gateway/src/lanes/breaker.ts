import type { Clock } from '@triptych/kernel'

export interface BreakerSettings {
  readonly failures: number
  readonly open_ms: number
}

/**
 * Takes a failing target out of use. Unlike the breaker of `@triptych/outbound`, which sees an exchange until its
 * headers, this one is told what became of the whole answer: most outages of a model come after a 200.
 */
export interface Breaker {
  readonly isOpen: boolean
  /** Whether a call may go; after the pause one call probes, the others keep away until it has ended. */
  admit(): boolean
  succeeded(): void
  failed(): void
}

export function createBreaker(settings: BreakerSettings, clock: Clock): Breaker {
  let failures = 0
  let openUntil = 0
  const isTripped = () => failures >= settings.failures
  return {
    get isOpen() {
      return isTripped() && clock.now() < openUntil
    },
    admit() {
      if (!isTripped()) return true
      if (clock.now() < openUntil) return false
      openUntil = clock.now() + settings.open_ms
      return true
    },
    succeeded() {
      failures = 0
    },
    failed() {
      failures += 1
      if (isTripped()) openUntil = clock.now() + settings.open_ms
    },
  }
}

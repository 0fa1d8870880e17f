export interface RetryPolicy {
  readonly attemptsMax: number
  readonly firstDelayMs: number
  readonly delayMaxMs: number
}

/** Eight attempts over about an hour and a half: a module that is down for a deployment loses nothing. */
export const defaultRetry: RetryPolicy = { attemptsMax: 8, firstDelayMs: 1_000, delayMaxMs: 3_600_000 }

const growth = 4

/** How long to wait after failed attempt number `attempt`; half of it is chance, so that a crowd spreads out. */
export function retryDelayMs(policy: RetryPolicy, attempt: number, random: () => number): number {
  const full = Math.min(policy.delayMaxMs, policy.firstDelayMs * growth ** (attempt - 1))
  return Math.round(full * (0.5 + random() / 2))
}

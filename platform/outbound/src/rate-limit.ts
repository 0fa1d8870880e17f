import type { Clock } from '@triptych/kernel'

/** How long a call must wait for its turn, or that its turn would come too late. */
export interface Turn {
  isGranted: boolean
  waitMs: number
}

/** An even rate with a burst of one second's worth. A turn that is granted is taken; one that would come too late is not. */
export function createRateLimit(ratePerSecond: number, clock: Clock): (longestWaitMs: number) => Turn {
  const intervalMs = 1000 / ratePerSecond
  const burstMs = Math.max(1, Math.floor(ratePerSecond)) * intervalMs
  let paidUntil = -Infinity
  return (longestWaitMs) => {
    const now = clock.now()
    const next = Math.max(paidUntil, now) + intervalMs
    const waitMs = Math.max(0, Math.ceil(next - burstMs - now))
    if (waitMs > longestWaitMs) return { isGranted: false, waitMs }
    paidUntil = next
    return { isGranted: true, waitMs }
  }
}

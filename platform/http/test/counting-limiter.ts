import type { Limiter } from '@triptych/kernel'

/** A bucket that never refills, so that a test sees its edge. */
export function countingLimiter(): Limiter {
  const used = new Map<string, number>()
  return {
    consume: ({ key, capacity, cost }) => {
      const count = (used.get(key) ?? 0) + cost
      used.set(key, count)
      const allowed = count <= capacity
      return Promise.resolve({
        allowed,
        remaining: Math.max(0, capacity - count),
        retryAfterMs: allowed ? 0 : 1500,
        resetAt: 0,
      })
    },
  }
}

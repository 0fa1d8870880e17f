import type { Clock } from '../kit/clock.ts'
import { TodoistError } from './errors.ts'

const windowMs = 15 * 60 * 1000
const allowed = { incremental: 1000, full: 100 } as const
export type SyncKind = keyof typeof allowed

/** Counts the requests of each user over the last fifteen minutes. */
export interface Limits {
  /** @throws {TodoistError} LIMITS_REACHED with `retry_after` in seconds. */
  spend(userId: string, kind: SyncKind): void
  reset(): void
}

export function createLimits(clock: Clock): Limits {
  const spent = new Map<string, number[]>()
  return {
    spend(userId, kind) {
      const now = clock.now().getTime()
      const key = `${userId}:${kind}`
      const recent = (spent.get(key) ?? []).filter((at) => at > now - windowMs)
      spent.set(key, recent)
      const oldest = recent[0]
      if (oldest !== undefined && recent.length >= allowed[kind]) {
        throw limitsReached(Math.ceil((oldest + windowMs - now) / 1000))
      }
      recent.push(now)
    },
    reset: () => spent.clear(),
  }
}

export function limitsReached(retryAfter: number): TodoistError {
  return new TodoistError('LIMITS_REACHED', 'Too many requests. Limits reached. Try again later', {
    retry_after: retryAfter,
  })
}

import { type Context, failure, type RateLimit, requestErrors, userIdOf } from '@triptych/kernel'
import type { FastifyReply } from 'fastify'

/** A token bucket shared by all processes. May fail; a limit that cannot be read does not refuse anyone. */
export interface Limiter {
  consume(request: { key: string; capacity: number; refillPerSecond: number; cost: number }): Promise<{
    allowed: boolean
    remaining: number
    retryAfterMs: number
    resetAt: number
  }>
}

/** Applied to every operation that names no limits of its own. */
const standardLimits: readonly RateLimit[] = [{ per: 'actor', perMinute: 600 }]

export interface LimitTarget {
  readonly operation: string
  readonly limits: readonly RateLimit[] | undefined
}

/** Refuses with 429 and says when to come back; tells what is left in `RateLimit-*` headers. */
export async function enforceLimits(
  limiter: Limiter,
  target: LimitTarget,
  context: Context,
  reply: FastifyReply,
): Promise<void> {
  for (const limit of target.limits ?? standardLimits) {
    const who = limit.per === 'ip' ? (context.ip ?? '') : (userIdOf(context.actor) ?? context.ip ?? '')
    const capacity = limit.burst ?? limit.perMinute
    const result = await limiter
      .consume({
        key: `limit:${target.operation}:${limit.per}:${who}`,
        capacity,
        refillPerSecond: limit.perMinute / 60,
        cost: 1,
      })
      .catch(() => undefined)
    if (result === undefined) continue
    reply.header('ratelimit-limit', capacity)
    reply.header('ratelimit-remaining', result.remaining)
    reply.header('ratelimit-reset', Math.max(0, Math.ceil(result.retryAfterMs / 1000)))
    if (!result.allowed) throw failure(requestErrors.limited, { retryAfterMs: result.retryAfterMs })
  }
}

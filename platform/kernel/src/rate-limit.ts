import { type Context, userIdOf } from './context.ts'
import type { RateLimit } from './contract.ts'
import { failure, requestErrors } from './error.ts'

/** A token bucket shared by all processes. May fail; a limit that cannot be read does not refuse anyone. */
export interface Limiter {
  consume(request: { key: string; capacity: number; refillPerSecond: number; cost: number }): Promise<{
    allowed: boolean
    remaining: number
    retryAfterMs: number
    resetAt: number
  }>
}

/** How a limit stands after a request; `cost` 0 only looks. */
export interface LimitState {
  readonly allowed: boolean
  readonly capacity: number
  readonly remaining: number
  /** How long until one more request is granted. */
  readonly retryAfterMs: number
}

export interface LimitUse {
  readonly operation: string
  readonly context: Context
  readonly cost: 0 | 1
}

/** Undefined where the limit says nothing: outside an organisation, or while the store is away. */
export async function takeFrom(
  limiter: Limiter,
  limit: RateLimit,
  { operation, context, cost }: LimitUse,
): Promise<LimitState | undefined> {
  const who = countedBy[limit.per](context)
  if (who === undefined) return undefined
  const capacity = limit.burst ?? limit.perMinute
  const key = `limit:${limit.takenInside ?? operation}:${limit.per}:${who}`
  const taken = await limiter
    .consume({ key, capacity, refillPerSecond: limit.perMinute / 60, cost })
    .catch(() => undefined)
  if (taken === undefined) return undefined
  const { allowed, remaining } = taken
  const nextMs = remaining === 0 ? Math.ceil(60_000 / limit.perMinute) : 0
  return { allowed, capacity, remaining, retryAfterMs: taken.retryAfterMs || nextMs }
}

const countedBy: Readonly<Record<RateLimit['per'], (context: Context) => string | undefined>> = {
  ip: ({ ip = '' }) => ip,
  actor: ({ actor, ip = '' }) => userIdOf(actor) ?? ip,
  tenant: ({ tenant }) => tenant?.organizationId,
}

/** For a handler that takes from its limit itself (`takenInside`). */
export async function refuseFlood(
  limiter: Limiter,
  limit: RateLimit & { readonly takenInside: string },
  context: Context,
): Promise<void> {
  const state = await takeFrom(limiter, limit, { operation: limit.takenInside, context, cost: 1 })
  if (state?.allowed === false) throw failure(requestErrors.limited, { retryAfterMs: state.retryAfterMs })
}

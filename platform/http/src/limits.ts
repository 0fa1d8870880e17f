import {
  type Context,
  failure,
  type Limiter,
  type LimitState,
  type RateLimit,
  requestErrors,
  takeFrom,
} from '@triptych/kernel'
import type { FastifyReply } from 'fastify'

/** Applied to every operation that names no limits of its own: a person's, and ten times as much for an organisation. */
const standardLimits: readonly RateLimit[] = [
  { per: 'actor', perMinute: 600 },
  { per: 'tenant', perMinute: 6_000 },
]

export interface LimitTarget {
  readonly operation: string
  readonly limits?: readonly RateLimit[] | undefined
}

/** Refuses with 429 and says when to come back; tells what is left in `RateLimit-*` headers. */
export async function enforceLimits(
  limiter: Limiter,
  { operation, limits = standardLimits }: LimitTarget,
  context: Context,
  reply: FastifyReply,
): Promise<void> {
  let tightest: LimitState | undefined
  for (const limit of limits.filter(({ takenInside }) => takenInside === undefined)) {
    const state = await takeFrom(limiter, limit, { operation, context, cost: 1 })
    if (state === undefined) continue
    tightest = tighter(tightest, state)
    if (!state.allowed) break
  }
  if (tightest === undefined) return
  tell(reply, tightest)
  if (!tightest.allowed) throw failure(requestErrors.limited, { retryAfterMs: tightest.retryAfterMs })
}

/** What is left of the limits that the handler has taken from itself. */
export async function tellInsideLimits(
  limiter: Limiter,
  { operation, limits = [] }: LimitTarget,
  context: Context,
  reply: FastifyReply,
): Promise<void> {
  for (const limit of limits.filter(({ takenInside }) => takenInside !== undefined)) {
    const state = await takeFrom(limiter, limit, { operation, context, cost: 0 })
    if (state !== undefined) tell(reply, state)
  }
}

/** Waits for the handler; what is left is told whatever came of it. */
export async function tellingAfter<T>(work: T, told: () => Promise<void>): Promise<Awaited<T>> {
  try {
    return await work
  } finally {
    await told()
  }
}

const tighter = (one: LimitState | undefined, other: LimitState): LimitState =>
  one === undefined || !other.allowed || other.remaining < one.remaining ? other : one

function tell(reply: FastifyReply, { capacity, remaining, retryAfterMs }: LimitState): void {
  reply.header('ratelimit-limit', capacity)
  reply.header('ratelimit-remaining', remaining)
  reply.header('ratelimit-reset', Math.ceil(retryAfterMs / 1000))
}

import { z } from 'zod'

export const canaryShape = z.strictObject({
  /** A lane of its own or one of the configured ones, by id. */
  lane: z.string().min(1),
  /** The share of calls it takes, 0 to 1. */
  share: z.number().min(0).max(1),
  /** Calls of the canary before it is judged. */
  min_calls: z.number().int().min(1).default(50),
  /** How much more of its calls may fail, or be invalid, than of the baseline's. */
  max_extra_errors: z.number().min(0).max(1).default(0.05),
  max_extra_invalid: z.number().min(0).max(1).default(0.05),
  /** How many times the baseline's cost a call it may cost. */
  max_cost_ratio: z.number().min(0).default(3),
})

export type Canary = z.output<typeof canaryShape>

export interface ArmFigures {
  readonly calls: number
  readonly errors: number
  readonly invalid: number
  readonly cost: number
}

export type RollbackReason = 'errors' | 'invalid' | 'cost'

const rate = (part: number, calls: number): number => (calls === 0 ? 0 : part / calls)

/** Why the canary must go, or undefined while it does well enough or has too few calls to tell. */
export function rollbackReason(
  canary: Canary,
  arm: ArmFigures,
  base: ArmFigures,
): RollbackReason | undefined {
  if (arm.calls < canary.min_calls) return undefined
  if (rate(arm.errors, arm.calls) > rate(base.errors, base.calls) + canary.max_extra_errors) return 'errors'
  if (rate(arm.invalid, arm.calls) > rate(base.invalid, base.calls) + canary.max_extra_invalid)
    return 'invalid'
  const isDearer = rate(arm.cost, arm.calls) > rate(base.cost, base.calls) * canary.max_cost_ratio
  return base.calls >= canary.min_calls && isDearer ? 'cost' : undefined
}

/** A number in [0, 1) that is always the same for the same request (FNV-1a). */
export function fractionOf(requestId: string): number {
  let hash = 0x811c9dc5
  for (const unit of new TextEncoder().encode(requestId)) {
    hash = Math.imul(hash ^ unit, 0x01000193) >>> 0
  }
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0
  return ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32
}

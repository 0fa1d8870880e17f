import type { Clock } from '../../kit/clock.ts'
import { StripeApiError } from './errors.ts'

const keptMs = 24 * 3600 * 1000
const longestKey = 255

export interface Answer {
  readonly status: number
  readonly body: unknown
}

/** The answers to POSTs with an `Idempotency-Key`, kept for 24 hours. */
export interface Idempotency {
  /**
   * The answer that was given to this very request before.
   * @throws {StripeApiError} idempotency_error when the key came with another request.
   */
  find(key: string, request: string): Answer | undefined
  keep(key: string, request: string, answer: Answer): void
}

export interface KeptAnswer {
  readonly request: string
  readonly answer: Answer
  readonly at: number
}

export function createIdempotency(clock: Clock, kept: Map<string, KeptAnswer>): Idempotency {
  const isOver = ({ at }: KeptAnswer): boolean => clock.now().getTime() - at >= keptMs
  return {
    find(key, request) {
      if (key.length > longestKey) throw refuse(`Idempotency keys have at most ${longestKey} characters.`)
      const known = kept.get(key)
      if (known === undefined || isOver(known)) return undefined
      if (known.request !== request) {
        throw refuse(
          `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`,
        )
      }
      return known.answer
    },
    keep(key, request, answer) {
      for (const [old, entry] of kept) if (isOver(entry)) kept.delete(old)
      kept.set(key, { request, answer: structuredClone(answer), at: clock.now().getTime() })
    },
  }
}

function refuse(message: string): StripeApiError {
  return new StripeApiError(400, 'idempotency_error', message)
}

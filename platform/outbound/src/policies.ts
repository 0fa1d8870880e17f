import {
  BrokenCircuitError,
  bulkhead,
  BulkheadRejectedError,
  circuitBreaker,
  ConsecutiveBreaker,
  DelegateBackoff,
  handleWhen,
  retry,
  type IRetryBackoffContext,
} from 'cockatiel'
import type { Clock } from '@triptych/kernel'

import { OutboundError } from './errors.ts'
import type { OutboundLogger, ProviderConfig } from './provider.ts'

export interface PolicyDeps {
  provider: string
  config: ProviderConfig
  clock: Clock
  random: () => number
  logger: OutboundLogger | undefined
}

/** Outages open a circuit; refusals, rate limits and the caller's own cancelling do not. */
const isOutage = (error: unknown) =>
  error instanceof OutboundError &&
  (error.reason === 'timeout' || error.reason === 'unavailable' || error.reason === 'invalid_response')

function createCircuit({ provider, config, clock, logger }: PolicyDeps, key: string) {
  const circuit = circuitBreaker(handleWhen(isOutage), {
    breaker: new ConsecutiveBreaker(config.breaker.failures),
    halfOpenAfter: config.breaker.halfOpenAfterMs,
  })
  let openedAt = 0
  circuit.onBreak(() => {
    openedAt = clock.now()
    logger?.warn({ provider, breaker_key: key }, 'outbound.circuit_opened')
  })
  circuit.onReset(() => logger?.warn({ provider, breaker_key: key }, 'outbound.circuit_closed'))
  return async <T>(run: () => Promise<T>): Promise<T> => {
    try {
      return await circuit.execute(run)
    } catch (error) {
      if (!(error instanceof BrokenCircuitError)) throw error
      const retryAfterMs = Math.max(0, openedAt + config.breaker.halfOpenAfterMs - clock.now())
      throw new OutboundError({ reason: 'unavailable', provider, retryAfterMs })
    }
  }
}

/** One circuit a key, made at its first use. */
export function createCircuits(deps: PolicyDeps) {
  const circuits = new Map<string, ReturnType<typeof createCircuit>>()
  return (key: string) => {
    const known = circuits.get(key) ?? createCircuit(deps, key)
    circuits.set(key, known)
    return known
  }
}

/** A place is held until `finished`, so that a body still being read counts as a call under way. */
export function createPlaces({ provider, config }: PolicyDeps) {
  const places = bulkhead(config.bulkhead.concurrent, config.bulkhead.queued)
  return <T extends { finished: Promise<unknown> }>(send: () => Promise<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      const held = places.execute(async () => {
        const sent = await send()
        resolve(sent)
        await sent.finished
      })
      held.catch((error: unknown) => {
        const isFull = error instanceof BulkheadRejectedError
        reject(isFull ? new OutboundError({ reason: 'unavailable', provider }) : error)
      })
    })
}

const waitAskedFor = (context: IRetryBackoffContext<unknown>): number | undefined =>
  'error' in context.result && context.result.error instanceof OutboundError
    ? context.result.error.retryAfterMs
    : undefined

/** Full jitter, or what the provider asked for; gives up when that is more than may be waited. */
export function createRetry({ provider, config, random, logger }: PolicyDeps, remainingMs: () => number) {
  const { attempts, baseDelayMs, maxDelayMs } = config.retry
  const isWorthIt = (error: unknown) =>
    error instanceof OutboundError &&
    error.isTransient &&
    (error.retryAfterMs ?? 0) <= Math.min(maxDelayMs, remainingMs())
  const policy = retry(handleWhen(isWorthIt), {
    maxAttempts: attempts - 1,
    backoff: new DelegateBackoff(
      (context) =>
        waitAskedFor(context) ?? random() * Math.min(maxDelayMs, baseDelayMs * 2 ** (context.attempt - 1)),
    ),
  })
  policy.onRetry(({ attempt, delay }) =>
    logger?.warn({ provider, attempt, delay_ms: Math.round(delay) }, 'outbound.retried'),
  )
  return policy
}

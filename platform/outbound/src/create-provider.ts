import { setTimeout as sleep } from 'node:timers/promises'

import { Agent } from 'undici'

import { parseJson, readAll } from './body.ts'
import { OutboundError } from './errors.ts'
import { abortFailure, exchange, type Exchange } from './exchange.ts'
import { createCircuits, createPlaces, createRetry, type PolicyDeps } from './policies.ts'
import type { OutboundRequest, Provider } from './provider.ts'
import { createRateLimit } from './rate-limit.ts'

const idempotentMethods = new Set(['GET', 'HEAD', 'PUT', 'DELETE'])
type Taken<T> = { result: T; finished: Promise<unknown> }

/** Ends as soon as the signal does, whatever still runs behind it. */
function untilAborted<T>(provider: string, signal: AbortSignal, work: Promise<T>): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>()
  const stop = () => reject(abortFailure(provider, signal))
  if (signal.aborted) stop()
  signal.addEventListener('abort', stop, { once: true })
  return Promise.race([work, promise]).finally(() => signal.removeEventListener('abort', stop))
}

/** The caller's signal and the bound on the whole call, and how much of it is left. */
function createDeadline({ provider, config, clock }: PolicyDeps, caller: AbortSignal | undefined) {
  const timer = new AbortController()
  const endsAt = clock.now() + config.timeouts.total
  const expire = () => timer.abort(new OutboundError({ reason: 'timeout', provider, isTransient: true }))
  const handle = setTimeout(expire, config.timeouts.total)
  const signal = caller === undefined ? timer.signal : AbortSignal.any([caller, timer.signal])
  return { signal, remainingMs: () => endsAt - clock.now(), clear: () => clearTimeout(handle) }
}

/** The one way to a provider: rate, circuit, place, sending; again while it is worth it; all within one deadline. */
export function createProvider(deps: PolicyDeps): { provider: Provider; close(): Promise<void> } {
  const { provider, config, clock } = deps
  // HTTP/1.1 alone: one request a connection makes cuts, resets and time-outs those of one call.
  const agent = new Agent({ connect: { timeout: config.timeouts.connect }, allowH2: false })
  const circuitOf = createCircuits(deps)
  const inPlace = createPlaces(deps)
  const nextTurn = createRateLimit(config.ratePerSecond, clock)

  const waitForTurn = async (signal: AbortSignal, remainingMs: number) => {
    const turn = nextTurn(remainingMs)
    if (!turn.isGranted)
      throw new OutboundError({ reason: 'rate_limited', provider, retryAfterMs: turn.waitMs })
    if (turn.waitMs > 0) await sleep(turn.waitMs, undefined, { signal })
  }

  /** `take` decides how much of the exchange belongs to an attempt: its headers, or its whole body. */
  const call = async <T>(
    request: OutboundRequest,
    take: (sent: Exchange) => Promise<Taken<T>>,
  ): Promise<T> => {
    const deadline = createDeadline(deps, request.signal)
    const { signal } = deadline
    const inCircuit = circuitOf(request.breakerKey ?? '')
    const attempt = async () => {
      if (signal.aborted) throw abortFailure(provider, signal)
      await waitForTurn(signal, deadline.remainingMs())
      return inCircuit(() =>
        inPlace(async () => take(await exchange({ provider, config, agent, clock }, request, signal))),
      )
    }
    const mayRepeat = request.idempotent ?? idempotentMethods.has(request.method)
    const work = mayRepeat ? createRetry(deps, deadline.remainingMs).execute(attempt, signal) : attempt()
    try {
      const { result, finished } = await untilAborted(provider, signal, work)
      void finished.then(deadline.clear)
      return result
    } catch (error) {
      deadline.clear()
      throw error
    }
  }

  return {
    provider: {
      request: (request) =>
        call(request, async ({ status, headers, body: pieces, finished }) => {
          const body = await readAll(pieces)
          const text = () => Buffer.from(body).toString('utf8')
          return {
            result: { status, headers, body, text, json: () => parseJson(provider, status, body) },
            finished,
          }
        }),
      stream: (request) =>
        call(request, async ({ status, headers, body, finished }) => ({
          result: { status, headers, body },
          finished,
        })),
    },
    close: () => agent.destroy(),
  }
}

import type { Clock } from '@triptych/kernel'
import type { Agent } from 'undici'

import { boundedBody, defaultMaxBodyBytes, flatHeaders, isPlain } from './body.ts'
import { OutboundError, transportFailure } from './errors.ts'
import type { OutboundRequest, ProviderConfig } from './provider.ts'
import { retryAfterMs } from './retry-after.ts'
import { inClientSpan } from './tracing.ts'

export interface Exchange {
  status: number
  headers: Record<string, string>
  body: AsyncGenerator<Uint8Array>
  /** Ends when the body was read, left or lost; never fails. */
  finished: Promise<void>
}

export interface ExchangeDeps {
  provider: string
  config: ProviderConfig
  agent: Agent
  clock: Clock
}

const isSuccess = (status: number) => status >= 200 && status < 300

function searchOf(query: OutboundRequest['query']): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value === undefined) continue
    for (const item of Array.isArray(value) ? value : [String(value)]) search.append(name, item)
  }
  return search.size === 0 ? '' : `?${search.toString()}`
}

/** An aborted signal says whether the caller or the clock ended the call. */
export function abortFailure(provider: string, signal: AbortSignal): OutboundError {
  if (signal.reason instanceof OutboundError) return signal.reason
  return new OutboundError({ reason: 'cancelled', provider })
}

function statusFailure(
  { provider, clock }: ExchangeDeps,
  status: number,
  header: string | undefined,
): OutboundError {
  const wait = retryAfterMs(header, clock.now())
  if (status === 429) {
    return new OutboundError({
      reason: 'rate_limited',
      provider,
      status,
      retryAfterMs: wait,
      isTransient: true,
    })
  }
  if (status === 408) return new OutboundError({ reason: 'timeout', provider, status, isTransient: true })
  if (status >= 500 || status === 425) {
    return new OutboundError({
      reason: 'unavailable',
      provider,
      status,
      retryAfterMs: wait,
      isTransient: true,
    })
  }
  return new OutboundError({ reason: 'refused', provider, status })
}

function targetOf(config: ProviderConfig, request: OutboundRequest) {
  if (!request.path.startsWith('/')) throw new RangeError('path must begin with /')
  const base = new URL(config.baseUrl)
  return {
    origin: base.origin,
    host: base.host,
    path: base.pathname.replace(/\/$/, '') + request.path + searchOf(request.query),
  }
}

/** Sends once and waits for the headers. What the request does not accept is an `OutboundError`. */
export function exchange(
  deps: ExchangeDeps,
  request: OutboundRequest,
  signal: AbortSignal,
): Promise<Exchange> {
  const { provider, config, agent } = deps
  const { origin, host, path } = targetOf(config, request)
  const failureOf = (error: unknown) =>
    signal.aborted ? abortFailure(provider, signal) : transportFailure(provider, error)

  return inClientSpan({ provider, method: request.method, host }, async (traceHeaders) => {
    const headers = flatHeaders({ 'accept-encoding': 'identity', ...request.headers, ...traceHeaders })
    const sent = agent.request({
      origin,
      path,
      method: request.method,
      headers,
      body: request.body ?? null,
      signal,
      headersTimeout: config.timeouts.headers,
      bodyTimeout: config.timeouts.body,
    })
    const response = await sent.catch((error: unknown) => {
      throw failureOf(error)
    })
    // A body that nobody reads yet may fail all the same; whoever reads it later still learns of it.
    response.body.on('error', () => {})
    const answer = { status: response.statusCode, headers: flatHeaders(response.headers) }
    const isAccepted = (request.accepts ?? isSuccess)(answer.status)
    if (!isAccepted || !isPlain(answer.headers)) {
      response.body.destroy()
      if (isAccepted) throw new OutboundError({ reason: 'invalid_response', provider, status: answer.status })
      throw statusFailure(deps, answer.status, answer.headers['retry-after'])
    }
    const { promise: finished, resolve } = Promise.withResolvers<void>()
    response.body.once('close', resolve)
    const bound = { provider, maxBytes: request.maxBodyBytes ?? defaultMaxBodyBytes }
    return { ...answer, body: boundedBody(response.body, bound, failureOf), finished }
  })
}

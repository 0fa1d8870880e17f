import type { z } from 'zod'
import type { Contract, EventOf, HttpBinding, IsStream, Operation, OutputOf } from './contract.ts'
import { type Problem, ProblemError } from './problem.ts'
import { readServerSentEvents } from './server-sent-events.ts'

export interface RestOptions {
  /** Where the server is; `''` for the page's own origin. */
  readonly baseUrl: string
  readonly fetch?: typeof fetch
  readonly headers?: () => Record<string, string>
}

export interface CallOptions {
  readonly idempotencyKey?: string
  readonly signal?: AbortSignal
  readonly headers?: Record<string, string>
}

type RestCall<Op extends Operation> =
  IsStream<Op> extends true
    ? (
        input: z.input<Op['input']>,
        options?: CallOptions,
      ) => AsyncGenerator<EventOf<Op>, undefined, undefined>
    : (input: z.input<Op['input']>, options?: CallOptions) => Promise<OutputOf<Op>>

/** What a browser or program holds: the operations of a contract that are bound to HTTP. */
export type RestClient<C extends Contract> = {
  readonly [K in keyof C['operations']]: RestCall<C['operations'][K]>
}

/**
 * The typed client of the public API. Failures are thrown as `ProblemError` with the server's problem details;
 * a server that cannot be reached is the `TypeError` of `fetch`.
 */
export function createRestClient<C extends Contract>(contract: C, options: RestOptions): RestClient<C> {
  const calls = Object.entries(contract.operations).flatMap(([name, operation]) => {
    const { http } = operation
    if (http === undefined) return []
    const call = operation.event === undefined ? callJson : callStream
    return [[name, (input: unknown, more?: CallOptions) => call(http, input, options, more ?? {})]]
  })
  return Object.fromEntries(calls) as RestClient<C>
}

async function callJson(
  http: HttpBinding,
  input: unknown,
  options: RestOptions,
  more: CallOptions,
): Promise<unknown> {
  const response = await send(http, input, options, more)
  if (!response.ok) throw await toProblemError(response)
  return response.status === 204 ? undefined : response.json()
}

async function* callStream(http: HttpBinding, input: unknown, options: RestOptions, more: CallOptions) {
  const headers = { ...more.headers, accept: 'text/event-stream' }
  const response = await send(http, input, options, { ...more, headers })
  if (!response.ok || response.body === null) throw await toProblemError(response)
  yield* readServerSentEvents(response.body)
  return undefined
}

function send(http: HttpBinding, input: unknown, options: RestOptions, more: CallOptions): Promise<Response> {
  const { url, rest } = resolve(http, (input ?? {}) as Record<string, unknown>)
  const hasBody = http.method !== 'GET' && http.method !== 'DELETE'
  const query = hasBody ? '' : toQuery(rest)
  return (options.fetch ?? fetch)(`${options.baseUrl}${url}${query}`, {
    method: http.method,
    credentials: 'same-origin',
    headers: {
      accept: 'application/json',
      ...(hasBody ? { 'content-type': 'application/json' } : {}),
      ...(more.idempotencyKey === undefined ? {} : { 'idempotency-key': more.idempotencyKey }),
      ...options.headers?.(),
      ...more.headers,
    },
    ...(hasBody ? { body: JSON.stringify(rest) } : {}),
    ...(more.signal === undefined ? {} : { signal: more.signal }),
  })
}

function resolve(http: HttpBinding, input: Record<string, unknown>) {
  const rest = { ...input }
  const path = http.path.replace(/\{(\w+)\}/g, (_match, name: string) => {
    const value = rest[name]
    delete rest[name]
    return encodeURIComponent(String(value))
  })
  return { url: http.root === true ? path : `/api/v1${path}`, rest }
}

function toQuery(values: Record<string, unknown>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined) query.set(name, value as string)
  }
  const text = query.toString()
  return text === '' ? '' : `?${text}`
}

async function toProblemError(response: Response): Promise<ProblemError> {
  const type = response.headers.get('content-type') ?? ''
  const problem = type.includes('json') ? ((await response.json()) as Problem) : undefined
  const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN)
  return new ProblemError(response.status, problem, Number.isNaN(retryAfter) ? undefined : retryAfter)
}

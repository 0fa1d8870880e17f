import type { z } from 'zod'
import type { Contract, EventOf, IsStream, Operation, OutputOf } from './contract.ts'
import { type Problem, ProblemError } from './problem.ts'
import { clientRouteOf, requestOf } from './routes.ts'
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
    const route = clientRouteOf(operation)
    if (route === undefined) return []
    const call = operation.event === undefined ? callJson : callStream
    return [[name, (input: unknown, more?: CallOptions) => call(route, input, options, more ?? {})]]
  })
  return Object.fromEntries(calls) as RestClient<C>
}

type ClientRoute = NonNullable<ReturnType<typeof clientRouteOf>>

async function callJson(
  route: ClientRoute,
  input: unknown,
  options: RestOptions,
  more: CallOptions,
): Promise<unknown> {
  const response = await send(route, input, options, more)
  if (!response.ok) throw await toProblemError(response)
  return response.status === 204 ? undefined : response.json()
}

async function* callStream(route: ClientRoute, input: unknown, options: RestOptions, more: CallOptions) {
  const headers = { ...more.headers, accept: 'text/event-stream' }
  const response = await send(route, input, options, { ...more, headers })
  if (!response.ok || response.body === null) throw await toProblemError(response)
  yield* readServerSentEvents(response.body)
  return undefined
}

function send(
  route: ClientRoute,
  input: unknown,
  options: RestOptions,
  more: CallOptions,
): Promise<Response> {
  const { url, body, bearer } = requestOf(route, (input ?? {}) as Record<string, unknown>)
  return (options.fetch ?? fetch)(options.baseUrl + url, {
    method: route.method,
    credentials: 'same-origin',
    headers: {
      accept: 'application/json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(more.idempotencyKey === undefined ? {} : { 'idempotency-key': more.idempotencyKey }),
      ...options.headers?.(),
      ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
      ...more.headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(more.signal === undefined ? {} : { signal: more.signal }),
  })
}

/** What a refused answer says. */
export async function toProblemError(response: Response): Promise<ProblemError> {
  const type = response.headers.get('content-type') ?? ''
  const problem = type.includes('json') ? ((await response.json()) as Problem) : undefined
  const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN)
  return new ProblemError(response.status, problem, Number.isNaN(retryAfter) ? undefined : retryAfter)
}

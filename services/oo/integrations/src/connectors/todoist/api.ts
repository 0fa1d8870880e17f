import { createOutbound, type Outbound, OutboundError, type OutboundResponse } from '@triptych/outbound'
import { z } from 'zod'
import { AccessRefused, type ConnectorGround, ProviderUnavailable } from '../connector.ts'

/** Todoist’s error tags that mean a pause rather than a fault. */
const limitsReached = 35
const unauthorized = 477

const problem = z.object({
  error: z.string().optional(),
  error_code: z.number().optional(),
  http_code: z.number().optional(),
  error_extra: z.looseObject({ retry_after: z.number().optional() }).optional(),
})
export type TodoistProblem = z.infer<typeof problem>

const limits = {
  timeouts: { connect: 3_000, headers: 10_000, body: 10_000, total: 15_000 },
  // Renewals and commands decide for themselves what may be sent twice.
  retry: { attempts: 2, baseDelayMs: 300, maxDelayMs: 2_000 },
  breaker: { failures: 8, halfOpenAfterMs: 15_000 },
  bulkhead: { concurrent: 16, queued: 128 },
  ratePerSecond: 50,
}

export interface TodoistApi {
  /** A form, in the query of a `DELETE`; JSON out. Throws `ProviderUnavailable` unless there is an answer. */
  send(request: {
    readonly method?: 'POST' | 'DELETE'
    readonly path: string
    readonly form: Readonly<Record<string, string>>
    readonly authorization?: string
    readonly idempotent: boolean
    readonly signal: AbortSignal
  }): Promise<{ readonly status: number; readonly body: unknown }>
  close(): Promise<void>
}

export function createTodoistApi(
  baseUrl: string,
  { clock, logger }: ConnectorGround,
  breaker = limits.breaker,
): TodoistApi {
  const outbound: Outbound = createOutbound({
    providers: { todoist: { baseUrl, ...limits, breaker } },
    clock,
    logger,
  })
  return {
    async send({ method = 'POST', path, form, authorization, idempotent, signal }) {
      const fields = new URLSearchParams(form).toString()
      try {
        const response = await outbound.provider('todoist').request({
          method,
          path: method === 'POST' ? path : `${path}?${fields}`,
          headers: {
            accept: 'application/json',
            ...(method === 'POST' ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
            ...(authorization === undefined ? {} : { authorization }),
          },
          ...(method === 'POST' ? { body: fields } : {}),
          idempotent,
          signal,
          // How long to pause stands in the body of a 429.
          accepts: (status) => status < 500 && status !== 408,
          maxBodyBytes: 20_000_000,
        })
        return { status: response.status, body: jsonOf(response) }
      } catch (error) {
        throw translate(error)
      }
    },
    close: () => outbound.close(),
  }
}

/** Undefined for text and pages: the answers to a wrong address, and of whatever stands in front of Todoist. */
function jsonOf(response: OutboundResponse): unknown {
  try {
    return response.json()
  } catch {
    return undefined
  }
}

function translate(error: unknown): unknown {
  if (!(error instanceof OutboundError)) return error
  const { retryAfterMs, reason } = error
  return new ProviderUnavailable({ retryAfterMs, isBusy: reason === 'rate_limited' })
}

/** Tells the ways apart in which Todoist says no. Throws for each; an answer that is none of them passes. */
export function requireAnswer({ status, body }: { status: number; body: unknown }): void {
  const parsed = problem.safeParse(body)
  const said = parsed.success ? parsed.data : {}
  if (status === 401 || status === 403 || isUnauthorized(said)) throw new AccessRefused()
  if (status === 429 || isLimit(said)) throw busy(said)
  if (status >= 200 && status < 300 && body !== undefined) return
  throw new ProviderUnavailable()
}

export const isUnauthorized = ({ error_code: code, http_code: status }: TodoistProblem): boolean =>
  code === unauthorized || status === 401

export const isLimit = ({ error_code: code, http_code: status }: TodoistProblem): boolean =>
  code === limitsReached || status === 429

export const busy = ({ error_extra: extra }: TodoistProblem): ProviderUnavailable =>
  new ProviderUnavailable({
    isBusy: true,
    retryAfterMs: extra?.retry_after === undefined ? undefined : extra.retry_after * 1_000,
  })

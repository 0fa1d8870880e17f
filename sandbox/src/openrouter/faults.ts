import { z } from 'zod'
import type { Clock } from '../kit/clock.ts'
import { createFaultBoard, type FaultBoard } from '../kit/faults.ts'

/** Strike before any provider is chosen. */
export const requestFaults = [
  'timeout',
  'html_body',
  'bad_request',
  'unauthorized',
  'payment_required',
  'moderation',
  'request_timeout',
  'all_down',
] as const

/** Strike one provider or one model; OpenRouter then tries the next that the request allows. */
export const upstreamFaults = ['rate_limit', 'server_error', 'model_down'] as const

/** Strike the answer itself. */
export const answerFaults = [
  'error_in_200',
  'stall',
  'stall_mid_stream',
  'cut_stream',
  'missing_done',
  'sse_error',
  'empty_content',
  'truncated',
  'invalid_json',
  'schema_violation',
  'wrong_model',
  'no_usage',
] as const

/** Those of them that only a stream can have. */
export const streamOnly: ReadonlySet<string> = new Set(['missing_done', 'sse_error'])

export type AnswerFault = (typeof answerFaults)[number]

const kinds = {
  rate_limit: '429 with Retry-After: `retry_after` seconds (default 2), `retry_after_form` seconds or date.',
  server_error: '`status` 500, 502 or 503 (default 502).',
  timeout: 'The request is taken and never answered, not even with headers.',
  stall: 'Headers and comments come, the first token never does.',
  stall_mid_stream: 'The answer stops half-way and the connection stays open.',
  cut_stream: 'The connection breaks half-way.',
  missing_done: 'The stream ends without [DONE].',
  error_in_200: 'HTTP 200 whose body is an error.',
  sse_error: 'An error event half-way through the stream.',
  empty_content: 'A complete answer with nothing in it.',
  truncated: 'The answer ends half-way with finish_reason "length".',
  moderation: '403 with the flagged input in the metadata.',
  unauthorized: '401: the key is refused.',
  payment_required: '402: no credits left.',
  bad_request: '400: the request is refused.',
  request_timeout: '408: the request took too long.',
  invalid_json: 'The content is not JSON though a schema was asked for.',
  schema_violation: 'The content is JSON that the schema does not allow.',
  wrong_model: 'Another model served than was asked for.',
  slow: 'The first token takes `delay_ms` (default 5000) longer.',
  model_down: 'No provider of the model answers; the next of `models` is tried.',
  all_down: '503: nothing answers.',
  no_usage: 'The answer carries no usage.',
  html_body: 'A page of HTML instead of JSON, with `status` (default 502).',
} as const

const options = z.object({
  /** Strikes only this model. */
  model: z.string().max(200).optional(),
  /** Strikes only this provider, e.g. "deepinfra". */
  provider: z.string().max(100).optional(),
  /** Strikes only calls with this X-Triptych-Feature header. */
  feature: z.string().max(200).optional(),
  status: z.coerce.number().int().min(200).max(599).optional(),
  retry_after: z.coerce.number().int().min(0).max(86_400).optional(),
  retry_after_form: z.enum(['seconds', 'date']).optional(),
  delay_ms: z.coerce.number().int().min(0).max(600_000).optional(),
})

export type FaultOptions = z.infer<typeof options>
export type FaultKind = keyof typeof kinds
export type OpenRouterFaults = FaultBoard<FaultKind, FaultOptions>

export function createOpenRouterFaults(clock: Clock): OpenRouterFaults {
  return createFaultBoard(kinds, options, clock)
}

import type { Clock } from '../kit/clock.ts'
import { OpenRouterError } from './errors.ts'
import {
  answerFaults,
  requestFaults,
  streamOnly,
  upstreamFaults,
  type AnswerFault,
  type FaultKind,
  type FaultOptions,
  type OpenRouterFaults,
} from './faults.ts'
import { textOf, type ChatRequest } from './request.ts'
import type { Candidate } from './routing.ts'

export type Strike = NonNullable<ReturnType<OpenRouterFaults['take']>>

/** The call a fault may be narrowed to. */
export interface Target {
  readonly model: string | undefined
  readonly provider?: string
  readonly feature: string | undefined
  readonly stream: boolean
}

function isMeant(target: Target): (options: FaultOptions, kind: FaultKind) => boolean {
  return ({ model, provider, feature }, kind) =>
    (model === undefined || model === target.model) &&
    (provider === undefined || provider.toLowerCase() === target.provider) &&
    (feature === undefined || feature === target.feature) &&
    (target.stream || !streamOnly.has(kind))
}

export function takeRequestFault(faults: OpenRouterFaults, target: Target): Strike | undefined {
  return faults.take(requestFaults, isMeant(target))
}

export function takeAnswerFault(faults: OpenRouterFaults, target: Target): AnswerFault | undefined {
  const kind = faults.take(answerFaults, isMeant(target))?.kind
  return answerFaults.find((name) => name === kind)
}

/** Extra milliseconds before the first token. */
export function takeDelay(faults: OpenRouterFaults, target: Target): number {
  const slow = faults.take(['slow'], isMeant(target))
  return slow === undefined ? 0 : (slow.options.delay_ms ?? 5000)
}

/**
 * The first candidate that no fault takes away. A fault that names a provider takes only that one, any
 * other the whole model, so that the next of `models` is tried.
 * @throws {OpenRouterError} of the last failure when nobody is left.
 */
export function pickCandidate(
  candidates: readonly Candidate[],
  target: Target,
  { faults, clock }: { readonly faults: OpenRouterFaults; readonly clock: Clock },
): Candidate {
  const lost = new Set<string>()
  let failure = new OpenRouterError(503, 'No available model provider meets your routing requirements')
  for (const candidate of candidates) {
    const { model, endpoint } = candidate
    if (lost.has(model.id)) continue
    const fault = faults.take(
      upstreamFaults,
      isMeant({ ...target, model: model.id, provider: endpoint.slug }),
    )
    if (fault === undefined) return candidate
    if (fault.options.provider === undefined) lost.add(model.id)
    failure = upstreamFailure(fault, candidate, clock)
  }
  throw failure
}

function upstreamFailure(
  { kind, options }: Strike,
  { model, endpoint }: Candidate,
  clock: Clock,
): OpenRouterError {
  const metadata = { provider_name: endpoint.name }
  if (kind === 'rate_limit') {
    const seconds = options.retry_after ?? 2
    const retryAfter =
      options.retry_after_form === 'date'
        ? new Date(clock.now().getTime() + seconds * 1000).toUTCString()
        : String(seconds)
    const raw = `${model.id} is temporarily rate-limited upstream. Please retry shortly.`
    return new OpenRouterError(429, 'Provider returned error', { metadata: { ...metadata, raw }, retryAfter })
  }
  if (kind === 'model_down') {
    return new OpenRouterError(503, 'No instances available: the model is down', {
      metadata,
      retryAfter: '5',
    })
  }
  const status = options.status ?? 502
  return new OpenRouterError(status, status === 500 ? 'Internal Server Error' : 'Provider returned error', {
    metadata,
  })
}

/** The error a request fault answers with; undefined for those that are no JSON error at all. */
export function requestFailure({ kind }: Strike, request: ChatRequest): OpenRouterError | undefined {
  switch (kind) {
    case 'bad_request':
      return new OpenRouterError(400, 'Provider returned error', { metadata: { raw: 'Bad request' } })
    case 'unauthorized':
      return new OpenRouterError(401, 'User not found.')
    case 'payment_required':
      return new OpenRouterError(402, 'Insufficient credits. Add more using your account page.')
    case 'request_timeout':
      return new OpenRouterError(408, 'Request timed out')
    case 'all_down':
      return new OpenRouterError(503, 'No available model provider meets your routing requirements', {
        retryAfter: '5',
      })
    case 'moderation':
      return new OpenRouterError(403, 'Your chosen model requires moderation and your input was flagged', {
        metadata: {
          reasons: ['self-harm'],
          flagged_input: flagged(textOf(request.messages.findLast(({ role }) => role === 'user'))),
          provider_name: 'OpenAI',
          model_slug: request.model ?? request.models[0],
        },
      })
    default:
      return undefined
  }
}

// As documented: at most 100 characters, cut in the middle.
function flagged(text: string): string {
  return text.length <= 100 ? text : `${text.slice(0, 48)}...${text.slice(-49)}`
}

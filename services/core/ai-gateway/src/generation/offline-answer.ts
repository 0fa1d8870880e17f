import { trace } from '@opentelemetry/api'
import type { Clock, Context } from '@triptych/kernel'
import { OFFLINE_ENGINE } from '../offline/index.ts'
import type { Purpose, Spoken } from '../purposes/purpose.ts'
import type { IsSafe } from './attempt.ts'
import type { Generated, Served } from './generation.ts'

/** The trace a call belongs to; outside of one, its request id. */
export const traceIdOf = (context: Context): string =>
  trace.getActiveSpan()?.spanContext().traceId ?? context.requestId

/** What the rule engine is called among the lanes. */
export const offlineLane = 'offline'

interface OfflineCall<Input> {
  readonly context: Context
  readonly input: Input
  readonly startedAt: number
  readonly clock: Clock
  readonly isSafe: IsSafe
}

/**
 * The rule engine's answer, labelled as such. It costs nothing and needs nothing. It quotes the person; should that
 * read like something no generated text may say, the answer without a quote is taken.
 */
export function offlineAnswer<Input extends Spoken, Answer, Part>(
  purpose: Purpose<Input, Answer, Part>,
  { context, input, startedAt, clock, isSafe }: OfflineCall<Input>,
): Generated<Answer> | undefined {
  const answer = [purpose.offline, purpose.offlineUnquoted]
    .map((write) => write(input))
    .find((written) => purpose.texts(written).every((text) => isSafe(text, input.language)))
  if (answer === undefined) return undefined
  const served: Served = {
    engine: OFFLINE_ENGINE,
    lane: offlineLane,
    model: OFFLINE_ENGINE,
    provider: null,
    prompt_version: OFFLINE_ENGINE,
    input_tokens: 0,
    output_tokens: 0,
    cost_usd: 0,
    latency_ms: Math.max(0, clock.now() - startedAt),
    finish_reason: 'stop',
    trace_id: traceIdOf(context),
  }
  return { answer, served }
}

import { toUsd } from '../domain/money.ts'
import type { Prompt } from '../lanes/chat-request.ts'
import type { Lane } from '../lanes/lane.ts'
import type { Reception } from '../lanes/lane-client.ts'
import type { LaneFault, Outcome } from '../lanes/outcome.ts'
import type { Hold } from '../ledger/entries.ts'
import type { UsageEvent } from '../store/tables.ts'
import type { Call, LaneDeps, Progress, Turn } from './call.ts'
import type { ForPerson, Generated } from './generation.ts'
import { traceIdOf } from './offline-answer.ts'
import { type Spent, spentBy } from './usage-event.ts'

/** What is known of an attempt while it runs. */
export interface Recorded {
  readonly hold: Hold | undefined
  readonly prompt: Prompt
  readonly reception: Reception
  readonly startedAt: number
  readonly pin: string | undefined
}

interface Settled extends Recorded {
  readonly fault: LaneFault | undefined
  readonly progress: Progress
}

/** Which outcomes speak of the provider's health, and which of this one answer. */
const unhealthy: ReadonlySet<Outcome> = new Set(['retryable', 'lane_down', 'timeout'])

/** Tells breaker, metrics, log and ledger what became of an attempt; the ledger books it after the answer. */
export function settle<Input extends ForPerson, Answer, Part>(
  deps: LaneDeps,
  call: Call<Input, Answer, Part>,
  turn: Turn,
  record: Settled,
): Spent {
  const { clock, ledger, logger } = deps
  const { client, lanes } = turn
  const { fault, reception, hold, startedAt, progress } = record
  const latencyMs = Math.max(0, clock.now() - startedAt)
  const outcome: Outcome = fault?.outcome ?? (turn.repair === undefined ? 'ok' : 'repaired')
  // A full house of our own says nothing about the provider.
  const isOurs = outcome === 'cancelled' || fault?.reason === 'busy'
  if (!isOurs) client.report(record.pin, !unhealthy.has(outcome))
  const spent = spentBy(reception, record.prompt, { lane: client.lane, all: lanes.map(({ lane }) => lane) })
  progress.upstreamMs += latencyMs
  progress.usedTokens += spent.inputTokens + spent.outputTokens
  measure(deps, call.purpose.feature, { lane: client.lane, outcome, latencyMs, reception, spent })
  if (fault !== undefined) {
    const { reason, status } = fault
    const place = { feature: call.purpose.feature, lane: client.lane.id, model: client.lane.model }
    logger
      .for(call.context)
      .warn({ ...place, outcome, reason, status, attempt: progress.attempts }, 'ai_gateway.attempt_failed')
  }
  const event = eventOf(deps, call, turn, { ...record, outcome, spent, latencyMs })
  void ledger.settle({ hold, cost: spent.cost, event }).catch((error: unknown) => {
    // Its hold ends by itself.
    logger.for(call.context).error({ feature: call.purpose.feature, error }, 'ai_gateway.settlement_failed')
  })
  return spent
}

interface Concluded extends Settled {
  readonly outcome: Outcome
  readonly spent: Spent
  readonly latencyMs: number
}

function eventOf<Input extends ForPerson, Answer, Part>(
  { clock, newId }: LaneDeps,
  { purpose, context, input }: Call<Input, Answer, Part>,
  { client: { lane } }: Turn,
  { fault, reception, prompt, progress, outcome, spent, latencyMs }: Concluded,
): UsageEvent {
  return {
    id: newId(),
    user_id: input.user_id,
    request_id: context.requestId,
    trace_id: traceIdOf(context),
    feature: purpose.feature,
    purpose: purpose.name,
    lane: lane.id,
    model: lane.model,
    served_model: reception.servedModel ?? null,
    provider: reception.provider ?? null,
    prompt_version: prompt.version,
    attempt: progress.attempts,
    outcome,
    reason: fault?.reason ?? (reception.sawDone ? null : ('missing_done' as const)),
    status: fault?.status ?? null,
    input_tokens: spent.inputTokens,
    cached_tokens: spent.cachedTokens,
    output_tokens: spent.outputTokens,
    cost: spent.cost,
    cost_source: spent.source,
    first_token_ms: reception.firstTokenMs === undefined ? null : Math.round(reception.firstTokenMs),
    latency_ms: Math.round(latencyMs),
    created_at: new Date(clock.now()).toISOString(),
  }
}

interface Measured {
  readonly lane: Lane
  readonly outcome: Outcome
  readonly latencyMs: number
  readonly reception: Reception
  readonly spent: Spent
}

function measure({ metrics }: LaneDeps, feature: string, measured: Measured): void {
  const { lane, outcome, latencyMs, reception, spent } = measured
  const labels = { feature, lane: lane.id, ai_outcome: outcome }
  metrics.count('triptych_ai_calls_total', labels)
  metrics.observe('triptych_ai_call_seconds', labels, latencyMs / 1_000)
  if (reception.firstTokenMs !== undefined) {
    metrics.observe(
      'triptych_ai_first_token_seconds',
      { feature, lane: lane.id },
      reception.firstTokenMs / 1_000,
    )
  }
  const tokens = (kind: 'prompt' | 'cached_prompt' | 'completion', count: number) =>
    metrics.count('triptych_ai_tokens_total', { ...labels, token_kind: kind }, count)
  tokens('prompt', spent.inputTokens - spent.cachedTokens)
  tokens('cached_prompt', spent.cachedTokens)
  tokens('completion', spent.outputTokens)
  metrics.count('triptych_ai_cost_usd_total', labels, toUsd(spent.cost))
}

export function servedBy<Input extends ForPerson, Answer, Part>(
  { clock }: LaneDeps,
  call: Call<Input, Answer, Part>,
  by: { lane: Lane; reception: Reception; spent: Spent; prompt: Prompt },
): Generated<Answer>['served'] {
  const { lane, reception, spent } = by
  const model = reception.servedModel ?? lane.model
  return {
    engine: model,
    lane: lane.id,
    model,
    provider: reception.provider ?? null,
    prompt_version: by.prompt.version,
    input_tokens: spent.inputTokens,
    output_tokens: spent.outputTokens,
    cost_usd: toUsd(spent.cost),
    latency_ms: Math.max(0, clock.now() - call.startedAt),
    finish_reason: reception.finishReason ?? 'stop',
    trace_id: traceIdOf(call.context),
  }
}

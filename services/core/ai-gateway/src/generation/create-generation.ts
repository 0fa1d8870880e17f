import { failure } from '@triptych/kernel'
import { errors } from '../contract/errors.ts'
import { tokensAbout } from '../domain/money.ts'
import type { PersonQuota, Taken } from '../ledger/person-quota.ts'
import type { ForPerson, Generated, Generation, GenerationEvent } from './generation.ts'
import { offlineAnswer, offlineLane } from './offline-answer.ts'
import { planLanes, type PlanDeps } from './plan.ts'
import type { Call, Fallen, LaneDeps } from './call.ts'
import { runLanes } from './run-lanes.ts'

export interface GenerationDeps extends LaneDeps, PlanDeps {
  readonly quota: PersonQuota
}

/** Beside what may become of lanes: none is set up, none was agreed to, or the person's day is used up. */
type Fell = Fallen['fell'] | 'unconfigured' | 'consent' | 'quota'

/** Consent, quota, lanes, and at last the offline engine: one way for every purpose. */
export function createGeneration(deps: GenerationDeps): Generation {
  return {
    async *stream(purpose, context, input) {
      const call = { purpose, context, input, startedAt: deps.clock.now() }
      const result = yield* tryLanes(deps, call)
      if ('answer' in result) return result
      return yield* fallBack(deps, call, result.fell)
    },
  }
}

async function* tryLanes<Input extends ForPerson, Answer, Part>(
  deps: GenerationDeps,
  call: Call<Input, Answer, Part>,
): AsyncGenerator<GenerationEvent<Part>, Generated<Answer> | { readonly fell: Fell }, undefined> {
  const { purpose, context, input, startedAt } = call
  const lanes = await planLanes(deps, context, input.user_id)
  if (lanes.length === 0) return { fell: deps.clients.length === 0 ? 'unconfigured' : 'consent' }
  const taken = await takeTokens(deps.quota, call)
  if (taken.verdict !== 'granted') return { fell: 'quota' }
  const progress = { attempts: 0, upstreamMs: 0, usedTokens: 0, hasEmitted: false }
  try {
    return yield* runLanes(deps, call, lanes, progress)
  } finally {
    void taken.adjust(progress.usedTokens)
    const overheadMs = deps.clock.now() - startedAt - progress.upstreamMs
    deps.metrics.observe(
      'triptych_ai_overhead_seconds',
      { feature: purpose.feature },
      Math.max(0, overheadMs) / 1_000,
    )
  }
}

function takeTokens<Input extends ForPerson, Answer, Part>(
  quota: PersonQuota,
  { purpose, context, input }: Call<Input, Answer, Part>,
): Promise<Taken> {
  const { feature } = purpose
  if (feature === 'safety') return Promise.resolve({ verdict: 'granted', adjust: async () => undefined })
  const tokens = tokensAbout(JSON.stringify(purpose.data(input))) + purpose.maxTokens
  return quota.take(context, { userId: input.user_id, feature, tokens })
}

/** The last lane. Narratives wait instead when it is a matter of money: counts of another week are no answer. */
async function* fallBack<Input extends ForPerson, Answer, Part>(
  deps: GenerationDeps,
  call: Call<Input, Answer, Part>,
  fell: Fell,
): AsyncGenerator<GenerationEvent<Part>, Generated<Answer>, undefined> {
  const { purpose } = call
  tellFall(deps, call, fell)
  if (purpose.feature === 'spectrum' && (fell === 'budget' || fell === 'quota')) throw failure(errors.paused)
  const generated = measuredOffline(deps, call)
  if (generated === undefined) throw failure(errors.interrupted)
  yield { type: 'engine', engine: generated.served.engine }
  for (const part of purpose.parts?.of(generated.answer) ?? []) yield { type: 'part', part }
  return generated
}

function tellFall<Input extends ForPerson, Answer, Part>(
  { metrics, logger }: LaneDeps,
  { purpose: { feature }, context }: Call<Input, Answer, Part>,
  fell: Fell,
): void {
  metrics.count('triptych_ai_fallbacks_total', { feature, ai_fallback: fell })
  logger.for(context).info({ feature, reason: fell }, 'ai_gateway.fell_back')
}

/** Measured as every lane is. */
function measuredOffline<Input extends ForPerson, Answer, Part>(
  { metrics, clock, isSafe }: LaneDeps,
  call: Call<Input, Answer, Part>,
): Generated<Answer> | undefined {
  const { purpose } = call
  const begunAt = performance.now()
  const generated = offlineAnswer(purpose, { ...call, clock, isSafe })
  const ai_outcome = generated === undefined ? 'invalid_output' : 'ok'
  const labels = { feature: purpose.feature, lane: offlineLane, ai_outcome }
  metrics.count('triptych_ai_calls_total', labels)
  metrics.observe('triptych_ai_call_seconds', labels, (performance.now() - begunAt) / 1_000)
  return generated
}

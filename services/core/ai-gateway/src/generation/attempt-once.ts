import type { BudgetedFeature } from '../domain/budgets.ts'
import { costOf, tokensAtMost } from '../domain/money.ts'
import { type Prompt, schemaOf } from '../lanes/chat-request.ts'
import { emptyReception } from '../lanes/lane-client.ts'
import { LaneFault } from '../lanes/outcome.ts'
import type { Hold } from '../ledger/entries.ts'
import { type Attempt, promptFor, runAttempt } from './attempt.ts'
import { type Call, type Fallen, type LaneDeps, type Progress, remainingMs, type Turn } from './call.ts'
import type { ForPerson, Generated, GenerationEvent } from './generation.ts'
import { type Recorded, servedBy, settle } from './settle.ts'
import { dearest } from './usage-event.ts'

/** Reserve, call, settle: whatever becomes of the attempt, it leaves one usage event and no hold. */
export async function* attemptOnce<Input extends ForPerson, Answer, Part>(
  deps: LaneDeps,
  call: Call<Input, Answer, Part>,
  turn: Turn,
  progress: Progress,
): AsyncGenerator<GenerationEvent<Part>, Generated<Answer> | Fallen | LaneFault, undefined> {
  const { lane } = turn.client
  const attempt = prepare(deps, call, turn)
  const prompt = promptFor(attempt)
  const hold = await reserve(deps, call, turn, prompt)
  if (hold !== undefined && 'fell' in hold) return hold

  progress.attempts += 1
  const reception = emptyReception()
  const [pin] = turn.pins
  const record: Recorded = { hold, prompt, reception, startedAt: deps.clock.now(), pin }
  const parts = runAttempt(attempt, prompt, reception)
  // Whoever leaves in the middle of a stream still pays for what was served.
  let fault: LaneFault | undefined = new LaneFault('cancelled', 'deadline')
  try {
    let step = await parts.next()
    while (step.done !== true) {
      if (!progress.hasEmitted) yield { type: 'engine', engine: reception.servedModel ?? lane.model }
      progress.hasEmitted = true
      yield { type: 'part', part: step.value }
      step = await parts.next()
    }
    fault = undefined
    const spent = settle(deps, call, turn, { ...record, fault, progress })
    return { answer: step.value, served: servedBy(deps, call, { lane, reception, spent, prompt }) }
  } catch (error) {
    if (!(error instanceof LaneFault)) throw error
    fault = error
    return error
  } finally {
    if (fault !== undefined) {
      await parts.return(undefined as never).catch(() => undefined)
      settle(deps, call, turn, { ...record, fault, progress })
    }
  }
}

function prepare<Input extends ForPerson, Answer, Part>(
  deps: LaneDeps,
  call: Call<Input, Answer, Part>,
  { client, pins, repair }: Turn,
): Attempt<Input, Answer, Part> {
  const { purpose, context, input } = call
  const { lane } = client
  const left = remainingMs(deps, call)
  return {
    purpose,
    client,
    template: deps.templates.find(purpose.prompt, lane.prompts[purpose.prompt] ?? purpose.version),
    context,
    input,
    pins,
    repair,
    isSafe: deps.isSafe,
    firstTokenMs: Math.min(lane.first_token_ms, purpose.timeouts.firstTokenMs, left),
    totalMs: Math.min(lane.total_ms, purpose.timeouts.totalMs, left),
  }
}

async function reserve<Input extends ForPerson, Answer, Part>(
  { ledger }: LaneDeps,
  { purpose }: Call<Input, Answer, Part>,
  { lanes }: Turn,
  prompt: Prompt,
): Promise<Hold | Fallen | undefined> {
  if (purpose.feature === 'safety') return undefined
  // The schema is read by the model, too; what the JSON adds covers the marks between messages.
  const input = tokensAtMost(JSON.stringify([prompt.messages, schemaOf(purpose.shape)]))
  const price = dearest(lanes.map(({ lane }) => lane))
  const amount = costOf(price, { input, output: purpose.maxTokens })
  const hold = await ledger.reserve(purpose.feature satisfies BudgetedFeature, amount)
  return 'fullScope' in hold ? { fell: 'budget' } : hold
}

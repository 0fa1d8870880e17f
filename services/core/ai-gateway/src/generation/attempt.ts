import type { Context } from '@triptych/kernel'
import { chatBody, type Prompt, promptOf } from '../lanes/chat-request.ts'
import { createPartScanner, readAnswer } from '../lanes/answer-text.ts'
import type { LaneClient, Reception } from '../lanes/lane-client.ts'
import { LaneFault } from '../lanes/outcome.ts'
import type { Template } from '../prompts.ts'
import type { Purpose, Spoken } from '../purposes/purpose.ts'

/** What the output check says about a generated text. */
export type IsSafe = (text: string, language: string | undefined) => boolean

export interface Attempt<Input extends Spoken, Answer, Part> {
  readonly purpose: Purpose<Input, Answer, Part>
  readonly client: LaneClient
  readonly template: Template
  readonly context: Context
  readonly input: Input
  readonly pins: readonly string[]
  readonly firstTokenMs: number
  readonly totalMs: number
  readonly repair: Repair | undefined
  readonly isSafe: IsSafe
}

export interface Repair {
  readonly answer: string
  readonly faults: readonly string[]
}

/** An answer that could not be read; `repair` is what a second round is told. */
export class InvalidOutput extends LaneFault {
  readonly repair: Repair | undefined

  constructor(reason: 'empty' | 'not_json' | 'shape', repair: Repair | undefined) {
    super('invalid_output', reason)
    this.repair = repair
  }
}

export const promptFor = <Input extends Spoken, Answer, Part>(
  attempt: Attempt<Input, Answer, Part>,
): Prompt =>
  promptOf(attempt.purpose, attempt.template, attempt.input, {
    structured: attempt.client.lane.structured,
    repair: attempt.repair,
  })

/** One call of one lane: parts as they come, each checked, then the whole answer, complete, valid and checked. */
export async function* runAttempt<Input extends Spoken, Answer, Part>(
  attempt: Attempt<Input, Answer, Part>,
  prompt: Prompt,
  reception: Reception,
): AsyncGenerator<Part, Answer, undefined> {
  const { purpose, client, context, input } = attempt
  const isSafe = rememberingSafe(attempt.isSafe)
  const scan = purpose.parts === undefined ? undefined : createPartScanner(purpose.parts)
  const deltas = client.receive(
    {
      context,
      feature: purpose.feature,
      body: chatBody(client.lane, prompt, purpose, attempt.pins),
      firstTokenMs: attempt.firstTokenMs,
      totalMs: attempt.totalMs,
    },
    reception,
  )
  for await (const delta of deltas) {
    requireModel(client, reception)
    for (const part of scan?.(delta) ?? []) {
      if (purpose.parts !== undefined) requireSafe(isSafe, purpose.parts.textOf(part), input.language)
      yield part
    }
  }
  requireModel(client, reception)
  requireComplete(reception)
  return finish(purpose, input, reception, isSafe)
}

function finish<Input extends Spoken, Answer, Part>(
  purpose: Purpose<Input, Answer, Part>,
  input: Input,
  reception: Reception,
  isSafe: IsSafe,
): Answer {
  const reading = readAnswer(reception.text, purpose, input)
  if ('answer' in reading) {
    for (const text of purpose.texts(reading.answer)) requireSafe(isSafe, text, input.language)
    return reading.answer
  }
  const isEmpty = reading.reason === 'empty'
  throw new InvalidOutput(
    reading.reason as 'empty' | 'not_json' | 'shape',
    isEmpty ? undefined : { answer: reception.text, faults: reading.faults },
  )
}

/** A view that was checked when it was streamed is not checked again in the whole answer. */
function rememberingSafe(isSafe: IsSafe): IsSafe {
  const safe = new Set<string>()
  return (text, language) => {
    if (!safe.has(text) && isSafe(text, language)) safe.add(text)
    return safe.has(text)
  }
}

function requireSafe(isSafe: IsSafe, text: string, language: string | undefined): void {
  if (!isSafe(text, language)) throw new LaneFault('invalid_output', 'unsafe_output')
}

/** Providers name dated or suffixed editions of what was asked for; another model is a broken promise. */
function requireModel({ lane }: LaneClient, { servedModel }: Reception): void {
  if (lane.endpoint !== 'openrouter' || servedModel === undefined) return
  const rest = servedModel.startsWith(lane.model) ? servedModel.slice(lane.model.length) : undefined
  if (rest === undefined || !/^(?:$|[-:@])/.test(rest)) throw new LaneFault('lane_down', 'wrong_model')
}

/** Only `stop` says that nothing is missing. A missing `[DONE]` after it takes nothing away. */
function requireComplete({ finishReason, sawDone }: Reception): void {
  if (finishReason === 'stop') return
  if (finishReason === 'error') throw new LaneFault('retryable', 'error_event')
  if (finishReason === undefined) throw new LaneFault('truncated', sawDone ? 'cut' : 'missing_done')
  throw new LaneFault('truncated', 'length')
}

import type { Context } from '@triptych/kernel'
import type { z } from 'zod'
import type { served as servedShape } from '../contract/schemas.ts'
import type { Purpose, Spoken } from '../purposes/purpose.ts'

export type Served = z.output<typeof servedShape>

export interface Generated<Answer> {
  readonly answer: Answer
  readonly served: Served
}

export type GenerationEvent<Part> =
  | { readonly type: 'engine'; readonly engine: string }
  | { readonly type: 'part'; readonly part: Part }
  /** Takes back every part before it. */
  | { readonly type: 'restart' }

/** For whom it is; the rest of the input is the purpose's own. */
export interface ForPerson extends Spoken {
  readonly user_id: string
}

/** Answers a purpose by the first lane that can, at last by the offline engine. */
export interface Generation {
  /** Parts as they come; the returned answer is complete and checked. */
  stream<Input extends ForPerson, Answer, Part>(
    purpose: Purpose<Input, Answer, Part>,
    context: Context,
    input: Input,
  ): AsyncGenerator<GenerationEvent<Part>, Generated<Answer>, undefined>
}

/** The whole answer at once. */
export async function answerOf<Input extends ForPerson, Answer, Part>(
  generation: Generation,
  purpose: Purpose<Input, Answer, Part>,
  call: { readonly context: Context; readonly input: Input },
): Promise<Generated<Answer>> {
  const events = generation.stream(purpose, call.context, call.input)
  let step = await events.next()
  while (step.done !== true) step = await events.next()
  return step.value
}

import type { z } from 'zod'

/** What a call is for, in budgets, metrics and the sandbox's call log. */
export const features = ['turn', 'mirror', 'lens', 'spectrum', 'safety'] as const
export type Feature = (typeof features)[number]

/** Every request carries the language of the text when it is known. */
export interface Spoken {
  readonly language?: string | undefined
}

/** One kind of call: what is asked, how the answer must look, and who answers when no model may or can. */
export interface Purpose<Input extends Spoken, Answer, Part = never> {
  readonly name: string
  readonly feature: Feature
  /** The folder of its templates in `prompts/`, and the version in use. */
  readonly prompt: string
  readonly version: string
  readonly temperature: number
  readonly maxTokens: number
  /** Upper bounds; a lane may be stricter. */
  readonly timeouts: { readonly firstTokenMs: number; readonly totalMs: number }
  /** The answer on the wire: plain (no limits, closed objects), as some providers refuse more. */
  readonly shape: z.ZodType
  /** The data of the request: sent as one JSON document, so that no text in it can pose as instructions. */
  readonly data: (input: Input) => Readonly<Record<string, unknown>>
  /** What the shape cannot say. Undefined when the value is no answer. */
  readonly read: (value: unknown, input: Input) => Answer | undefined
  /** Generated texts that a person will see. */
  readonly texts: (answer: Answer) => readonly string[]
  readonly offline: (input: Input) => Answer
  /** The same without any word of the person's. */
  readonly offlineUnquoted: (input: Input) => Answer
  /** Parts of the answer that may go out before its end. */
  readonly parts?: PartReader<Part, Answer>
}

export interface PartReader<Part, Answer> {
  /** JSON paths whose complete values are parts. */
  readonly paths: readonly string[]
  readonly read: (value: unknown) => Part | undefined
  readonly textOf: (part: Part) => string
  /** The parts of an answer that came whole. */
  readonly of: (answer: Answer) => readonly Part[]
}

import { z } from 'zod'
import type { Purpose, Spoken } from '../purposes/purpose.ts'
import type { Lane } from './lane.ts'

export interface ChatMessage {
  readonly role: 'system' | 'user' | 'assistant'
  readonly content: string
}

/** What an attempt sends: the stable part first, so that providers can keep it in their prompt cache. */
export interface Prompt {
  readonly version: string
  readonly messages: readonly ChatMessage[]
}

const schemas = new WeakMap<z.ZodType, Record<string, unknown>>()

/** The JSON schema a provider is given; without `$schema`, which some refuse. */
export function schemaOf(shape: z.ZodType): Record<string, unknown> {
  const known = schemas.get(shape)
  if (known !== undefined) return known
  const { $schema: _dialect, ...schema } = z.toJSONSchema(shape)
  schemas.set(shape, schema)
  return schema
}

interface Repair {
  /** The answer that did not fit, and the places where it did not. */
  readonly answer: string
  readonly faults: readonly string[]
}

const repairedAnswerUnits = 8_000

/**
 * The instructions are a template; what the person wrote comes after them as a value inside one JSON document. A
 * text that tells the system to ignore its rules stays a value.
 */
export function promptOf<Input extends Spoken>(
  purpose: Pick<Purpose<Input, unknown>, 'data' | 'shape'>,
  template: { readonly version: string; readonly text: string },
  input: Input,
  options: { readonly structured: Lane['structured']; readonly repair?: Repair | undefined },
): Prompt {
  const { structured, repair } = options
  const schema =
    structured === 'json_schema'
      ? ''
      : `\n\nJSON schema of the answer:\n${JSON.stringify(schemaOf(purpose.shape))}`
  const data = purpose.data(input)
  const system: ChatMessage = { role: 'system', content: template.text + schema }
  if (repair === undefined) {
    return { version: template.version, messages: [system, { role: 'user', content: JSON.stringify(data) }] }
  }
  const correction = `The last answer was not valid (${repair.faults.join('; ')}). Answer again: one JSON document, nothing else.`
  return {
    version: template.version,
    messages: [
      system,
      { role: 'user', content: JSON.stringify(data) },
      { role: 'assistant', content: repair.answer.slice(0, repairedAnswerUnits).toWellFormed() },
      { role: 'user', content: JSON.stringify({ ...data, correction }) },
    ],
  }
}

interface Settings {
  readonly name: string
  readonly temperature: number
  readonly maxTokens: number
  readonly shape: z.ZodType
}

/** The body of a chat request; `pins` are the providers that may serve this time. */
export function chatBody(lane: Lane, prompt: Prompt, settings: Settings, pins: readonly string[]): string {
  const { endpoint, model, structured } = lane
  return JSON.stringify({
    model,
    messages: prompt.messages,
    temperature: settings.temperature,
    max_tokens: settings.maxTokens,
    stream: true,
    ...formatOf(structured, settings),
    ...(endpoint === 'openrouter'
      ? { usage: { include: true }, provider: routing(pins) }
      : { stream_options: { include_usage: true } }),
  })
}

function formatOf(structured: Lane['structured'], { name, shape }: Settings): Record<string, unknown> {
  if (structured === 'prompt') return {}
  if (structured === 'json_object') return { response_format: { type: 'json_object' } }
  const schema = { name: name.replaceAll('.', '_'), strict: true, schema: schemaOf(shape) }
  return { response_format: { type: 'json_schema', json_schema: schema } }
}

/** Nobody but the pinned providers, nobody who keeps or learns from what they are sent, nobody who drops a parameter. */
const routing = (pins: readonly string[]) => ({
  only: pins,
  order: pins,
  allow_fallbacks: false,
  require_parameters: true,
  data_collection: 'deny',
  zdr: true,
})

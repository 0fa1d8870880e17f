import type { Operation } from '@triptych/kernel'
import { z } from 'zod'
import { exampleOf } from './example.ts'
import { type Json, schemaOf } from './json-schema.ts'

export interface OperationExamples {
  readonly input: Json
  readonly output: unknown
  /** Of a streaming operation: what goes over the wire while it answers so. */
  readonly events: string | undefined
}

/** A request and its answer. What the contract gives stands; the rest is made from its schemas. */
export function examplesOf(
  { input, output, examples, event, eventsOf }: Operation,
  subject: string,
): OperationExamples {
  const answer = examples?.output ?? validExample(output, 'output', subject)
  return {
    input: (examples?.input ?? validExample(input, 'input', subject) ?? {}) as Json,
    output: answer,
    events: event === undefined ? undefined : eventsOf?.(answer).map(toLines).join(''),
  }
}

/** With every field, unless some exclude each other: then with those that are needed. */
function validExample(schema: z.ZodType, io: 'input' | 'output', subject: string): unknown {
  if (schema instanceof z.ZodVoid) return undefined
  const json = schemaOf(schema, io)
  const whole = exampleOf(json, { name: subject, owner: '', isFull: true })
  return schema.safeParse(whole).success
    ? whole
    : exampleOf(json, { name: subject, owner: '', isFull: false })
}

const toLines = (event: unknown): string => {
  const { type, ...data } = event as { type: string }
  return `event: ${type}\ndata: ${JSON.stringify(data)}\n\n`
}

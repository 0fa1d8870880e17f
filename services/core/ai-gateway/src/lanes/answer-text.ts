import { JSONParser } from '@streamparser/json'
import type { z } from 'zod'
import type { PartReader } from '../purposes/purpose.ts'
import type { Reason } from './outcome.ts'

export type Reading<Answer> =
  | { readonly answer: Answer }
  | { readonly reason: Reason; /** Places and codes, never values. */ readonly faults: readonly string[] }

interface Expected<Input, Answer> {
  readonly shape: z.ZodType
  readonly read: (value: unknown, input: Input) => Answer | undefined
}

/** Reads a complete text as the answer it should be. */
export function readAnswer<Input, Answer>(
  text: string,
  expected: Expected<Input, Answer>,
  input: Input,
): Reading<Answer> {
  if (text.trim() === '') return { reason: 'empty', faults: [] }
  let value: unknown
  try {
    value = JSON.parse(withoutFence(text))
  } catch {
    return { reason: 'not_json', faults: ['it is not one JSON document'] }
  }
  const parsed = expected.shape.safeParse(value)
  if (!parsed.success) {
    const faults = parsed.error.issues
      .slice(0, 5)
      .map(({ path, code }) => `${path.map(String).join('.') || 'root'}: ${code}`)
    return { reason: 'shape', faults }
  }
  const answer = expected.read(parsed.data, input)
  return answer === undefined
    ? { reason: 'shape', faults: ['values are missing, empty or too long'] }
    : { answer }
}

/** Models that know no response format like to put their JSON into a fence. */
function withoutFence(text: string): string {
  return /^\s*```(?:json)?\s*\n([\s\S]*?)\n?```\s*$/.exec(text)?.[1] ?? text
}

/**
 * Finds complete parts in a text that is still growing. A text that does not begin as JSON has no parts; neither has
 * what comes after its first mistake.
 */
export function createPartScanner<Part, Answer>(reader: PartReader<Part, Answer>): (delta: string) => Part[] {
  const found: Part[] = []
  let isOver = false
  const parser = new JSONParser({ paths: [...reader.paths], keepStack: false })
  parser.onValue = ({ value }) => {
    const part = reader.read(value)
    if (part === undefined) isOver = true
    else if (!isOver) found.push(part)
  }
  parser.onError = () => {
    isOver = true
  }
  let hasBegun = false
  return (delta) => {
    const text = hasBegun ? delta : delta.trimStart()
    if (isOver || text === '') return []
    if (!hasBegun && !text.startsWith('{')) isOver = true
    hasBegun = true
    if (!isOver) parser.write(text)
    return found.splice(0)
  }
}

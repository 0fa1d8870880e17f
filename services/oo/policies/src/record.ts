import { createHash } from 'node:crypto'
import { decide } from './decide.ts'
import { DecisionInput, type DecisionOutput, parseAs } from './decision.ts'

/** JSON with sorted keys and no spaces; a number is written as the shortest text that reads back as the same number. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value))
    return value.every(Number.isFinite) ? JSON.stringify(value) : `[${value.map(canonicalJson).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
    return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`
  }
  if (typeof value === 'number' && !Number.isFinite(value))
    throw new RangeError(`${value} has no canonical form; only finite numbers do`)
  return JSON.stringify(value)
}

/** SHA-256 over UTF-8 text, in lower-case hexadecimal. */
export const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex')

/** The same for the same candidates in whatever order. */
export function candidateSetHash({
  featureNames,
  candidates,
}: Pick<DecisionInput, 'featureNames' | 'candidates'>): string {
  const sorted = candidates.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  return sha256(canonicalJson({ featureNames, candidates: sorted }))
}

export const contextHash = (context: DecisionInput['context']): string => sha256(canonicalJson(context))

/** A decision whole: what it was made from, what came out, and the hashes to find its like by. */
export interface DecisionRecord {
  readonly format: 1
  readonly input: DecisionInput
  readonly output: DecisionOutput
  readonly candidateSetHash: string
  readonly contextHash: string
}

/** The decision as canonical bytes: a DecisionRecord in UTF-8 JSON. */
export function decisionRecord(input: DecisionInput, output: DecisionOutput): Uint8Array {
  const record: DecisionRecord = {
    format: 1,
    input,
    output,
    candidateSetHash: candidateSetHash(input),
    contextHash: contextHash(input.context),
  }
  return new TextEncoder().encode(canonicalJson(record))
}

/** Decides again from a stored record's `input` alone; the bytes equal the record's when nothing was altered. */
export function replay(stored: { readonly input: unknown }): Uint8Array {
  const input = parseAs<DecisionInput>(DecisionInput, stored.input, 'input')
  return decisionRecord(input, decide(input))
}

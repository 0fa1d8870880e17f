import { id } from '@triptych/kernel'
import { z } from 'zod'
import { FRAGMENT_TYPES } from '../offline/taxonomy.ts'

export const fragmentType = z.enum(FRAGMENT_TYPES)

/** Offsets are UTF-16 units: `text.slice(start, end)` is the fragment. */
export const fragment = z.object({
  type: fragmentType,
  start: z.number().int().min(0),
  end: z.number().int().min(1),
  text: z.string(),
  confidence: z.number().min(0).max(1),
})

export const reframe = z.object({ lens: z.enum(['evidence', 'distance', 'kindness']), text: z.string() })
export const microAction = z.object({ text: z.string(), minutes: z.number().int().min(1).max(60) })

/** Who answered and what it took. `engine` is what people are shown: a model's name or `offline-1`. */
export const served = z.object({
  engine: z.string(),
  lane: z.string(),
  model: z.string(),
  provider: z.string().nullable(),
  prompt_version: z.string(),
  input_tokens: z.number().int(),
  output_tokens: z.number().int(),
  cost_usd: z.number(),
  latency_ms: z.number(),
  finish_reason: z.string(),
  trace_id: z.string(),
})

/** Every request: for whom, and the language of their text when it is known. */
export const request = { user_id: id, language: z.string().max(35).optional() }

const count = z.number().int().min(0)
const counts = {
  by_type: z.partialRecord(fragmentType, count),
  turns: count,
  sessions: count,
  saved: count,
  completed: count,
}

/** What a narrative is written from: counts of one period and of the one before. Never a text. */
export const aggregates = z.strictObject({
  ...counts,
  period: z.strictObject({ from: z.iso.date(), to: z.iso.date() }).describe('First and last local day'),
  streak: count.describe('Days in a row with something written'),
  previous: z.strictObject(counts).exactOptional(),
})

/** Somebody outside whom a person can allow to process what they write. */
export const recipient = z.object({
  provider: z.string(),
  region: z.string().describe('Where it may be processed: a country’s two letters, `eu` or `global`'),
  name: z.string().describe('The provider as people know it'),
  hosts: z
    .array(
      z.object({ name: z.string(), country: z.string().describe('Where the host is established, ISO 3166') }),
    )
    .describe('All that the provider may pass the text on to; empty when it runs the model itself'),
  zero_retention: z
    .boolean()
    .describe('Whether every request asks for hosts that neither keep the text nor learn from it'),
})

/** One budget of one period. Amounts are US dollars. */
export const spending = z.object({
  budget: z.string(),
  period: z.string().describe('YYYY-MM or YYYY-MM-DD, UTC'),
  limit_usd: z.number(),
  spent_usd: z.number(),
  held_usd: z.number().describe('Reserved by calls under way'),
  alerted_percent: z.number().int().describe('Highest alert given; 0 when none was'),
})

import { z } from 'zod'
import { locateQuotes } from '../domain/locate-quotes.ts'
import {
  detectFragments as detectOffline,
  type Fragment,
  isFragmentType,
  resolveType,
} from '../offline/index.ts'
import type { Purpose, Spoken } from './purpose.ts'

interface Input extends Spoken {
  readonly text: string
}

interface Found {
  readonly fragments: readonly Fragment[]
}

const shape = z.strictObject({
  fragments: z.array(z.strictObject({ type: z.string(), quote: z.string(), confidence: z.number() })),
})

export const detectFragments: Purpose<Input, Found> = {
  name: 'mirror.detect',
  feature: 'mirror',
  prompt: 'detect-fragments',
  version: 'v1',
  temperature: 0.1,
  maxTokens: 1_200,
  timeouts: { firstTokenMs: 15_000, totalMs: 30_000 },
  shape,
  data: ({ text, language }) => ({ text, language: language ?? 'as written' }),
  read: (value, { text }) => ({ fragments: fragmentsOf(value as z.output<typeof shape>, text) }),
  // The quotes are the person's own words; nothing here was written by a model.
  texts: () => [],
  offline: ({ text }) => ({ fragments: detectOffline(text).fragments }),
  offlineUnquoted: () => ({ fragments: [] }),
}

/** Quotes that are not in the text and names that we do not know are dropped. */
function fragmentsOf({ fragments }: z.output<typeof shape>, text: string): Fragment[] {
  const known = fragments.flatMap(({ type, quote, confidence }) => {
    const ours = resolveType(type)
    if (ours === undefined || !isFragmentType(ours)) return []
    return [{ type: ours, quote, confidence: Math.min(1, Math.max(0, confidence)) }]
  })
  return locateQuotes(text, known).map(({ start, end, item }) => ({
    type: item.type,
    start,
    end,
    text: text.slice(start, end),
    confidence: item.confidence,
  }))
}

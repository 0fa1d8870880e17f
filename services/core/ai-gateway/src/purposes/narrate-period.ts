import { z } from 'zod'
import { type Aggregates, narrate, type Narrative } from '../offline/index.ts'
import type { Purpose, Spoken } from './purpose.ts'

interface Input extends Spoken {
  readonly aggregates: Aggregates
}

const longest = 1_500
const shape = z.strictObject({ narrative: z.string() })

export const narratePeriod: Purpose<Input, Narrative> = {
  name: 'spectrum.narrative',
  feature: 'spectrum',
  prompt: 'narrate-period',
  version: 'v1',
  temperature: 0.5,
  maxTokens: 350,
  timeouts: { firstTokenMs: 15_000, totalMs: 30_000 },
  shape,
  data: ({ aggregates, language }) => ({ counts: aggregates, language: language ?? 'en' }),
  read: (value) => {
    const { narrative } = value as z.output<typeof shape>
    return narrative.trim() === '' || narrative.length > longest ? undefined : { narrative, enough: true }
  },
  texts: ({ narrative }) => [narrative],
  offline: ({ aggregates, language }) => narrate(aggregates, language),
  offlineUnquoted: ({ aggregates, language }) => narrate(aggregates, language),
}

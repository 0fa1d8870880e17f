import { z } from 'zod'
import { affirm } from '../offline/index.ts'
import type { Purpose, Spoken } from './purpose.ts'

interface Input extends Spoken {
  readonly user_id: string
  readonly goals: readonly string[]
  readonly date: string
}

const longest = 240
const shape = z.strictObject({ affirmation: z.string() })

export const writeAffirmation: Purpose<Input, { affirmation: string }> = {
  name: 'lens.affirmation',
  feature: 'lens',
  prompt: 'write-affirmation',
  version: 'v1',
  temperature: 0.8,
  maxTokens: 100,
  timeouts: { firstTokenMs: 15_000, totalMs: 30_000 },
  shape,
  data: ({ goals, date, language }) => ({ goals, date, language: language ?? 'as written' }),
  read: (value) => {
    const { affirmation } = value as z.output<typeof shape>
    return affirmation.trim() === '' || affirmation.length > longest ? undefined : { affirmation }
  },
  texts: ({ affirmation }) => [affirmation],
  offline: ({ goals, date, user_id: seed, language }) => affirm({ goals, date, seed, language }),
  offlineUnquoted: ({ date, user_id: seed, language }) => affirm({ date, seed, language }),
}

import { z } from 'zod'
import type { Purpose, Spoken } from './purpose.ts'

interface Input extends Spoken {
  readonly text: string
  readonly previous?: string | undefined
}

const shape = z.strictObject({ is_crisis: z.boolean() })

export const confirmCrisis: Purpose<Input, { is_crisis: boolean }> = {
  name: 'safety.confirm',
  feature: 'safety',
  prompt: 'confirm-crisis',
  version: 'v2',
  temperature: 0,
  maxTokens: 60,
  timeouts: { firstTokenMs: 1_300, totalMs: 2_000 },
  shape,
  data: ({ text, previous }) => (previous === undefined ? { text } : { before: previous, text }),
  read: (value) => value as z.output<typeof shape>,
  texts: () => [],
  // Nobody confirmed anything, so the safer answer holds.
  offline: () => ({ is_crisis: true }),
  offlineUnquoted: () => ({ is_crisis: true }),
}

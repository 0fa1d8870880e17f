import { z } from 'zod'
import { type FragmentType, plainReflection, reflect } from '../offline/index.ts'
import type { Purpose, Spoken } from './purpose.ts'

interface Input extends Spoken {
  readonly messages: readonly string[]
  readonly fragments: readonly { readonly type: FragmentType; readonly text: string }[]
}

const writtenUnits = 24_000
const longest = 1_500

/** The end of a long session is the nearest to its close. */
const tail = (text: string): string => text.slice(-writtenUnits).toWellFormed()

const shape = z.strictObject({ reflection: z.string() })

export const reflectOnSession: Purpose<Input, { reflection: string }> = {
  name: 'mirror.reflect',
  feature: 'mirror',
  prompt: 'reflect-on-session',
  version: 'v1',
  temperature: 0.6,
  maxTokens: 350,
  timeouts: { firstTokenMs: 15_000, totalMs: 30_000 },
  shape,
  data: ({ messages, fragments, language }) => ({
    entry: tail(messages.join('\n\n')),
    patterns_found: [...new Set(fragments.map(({ type }) => type))],
    language: language ?? 'as written',
  }),
  read: (value) => {
    const { reflection } = value as z.output<typeof shape>
    return reflection.trim() === '' || reflection.length > longest ? undefined : { reflection }
  },
  texts: ({ reflection }) => [reflection],
  offline: ({ messages, fragments, language }) => reflect({ messages, fragments, language }),
  offlineUnquoted: ({ language }) => plainReflection(language),
}

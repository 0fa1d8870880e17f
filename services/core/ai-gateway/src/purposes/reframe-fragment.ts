import { type FragmentType, reframe, type Reframing } from '../offline/index.ts'
import type { Purpose, Spoken } from './purpose.ts'
import { inLanguage, readViews, textsOfViews, viewsShape } from './views.ts'

interface Input extends Spoken {
  readonly fragment: string
  readonly type: FragmentType
  readonly context?: string | undefined
}

const contextUnits = 1_500

export const reframeFragment: Purpose<Input, Reframing> = {
  name: 'mirror.reframe',
  feature: 'mirror',
  prompt: 'reframe-fragment',
  version: 'v1',
  temperature: 0.7,
  maxTokens: 700,
  timeouts: { firstTokenMs: 15_000, totalMs: 30_000 },
  shape: viewsShape,
  data: ({ fragment, type, context, language }) => ({
    thought: fragment,
    pattern: type,
    written_around_it: (context ?? '').slice(0, contextUnits).toWellFormed(),
    language: language ?? 'as written',
  }),
  read: readViews,
  texts: textsOfViews,
  offline: ({ fragment, type, language }) => reframe({ thought: fragment, type, ...inLanguage(language) }),
  offlineUnquoted: ({ type, language }) => reframe({ thought: '', type, ...inLanguage(language) }),
}

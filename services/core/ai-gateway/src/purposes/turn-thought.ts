import { reframe, type Reframing } from '../offline/index.ts'
import type { Purpose, Spoken } from './purpose.ts'
import {
  inLanguage,
  partsOfViews,
  readViewPart,
  readViews,
  textsOfViews,
  type ViewPart,
  viewsShape,
} from './views.ts'

interface Input extends Spoken {
  readonly thought: string
}

export const turnThought: Purpose<Input, Reframing, ViewPart> = {
  name: 'turn.thought',
  feature: 'turn',
  prompt: 'turn-thought',
  version: 'v1',
  temperature: 0.7,
  maxTokens: 700,
  timeouts: { firstTokenMs: 15_000, totalMs: 30_000 },
  shape: viewsShape,
  data: ({ thought, language }) => ({ thought, language: language ?? 'as written' }),
  read: readViews,
  texts: textsOfViews,
  offline: ({ thought, language }) => reframe({ thought, ...inLanguage(language) }),
  offlineUnquoted: ({ language }) => reframe({ thought: '', ...inLanguage(language) }),
  parts: {
    paths: ['$.reframes.*', '$.micro_action'],
    read: readViewPart,
    textOf: ({ text }) => text,
    of: partsOfViews,
  },
}

import type { Language } from '../types.ts'

export const templateKeys = [
  'suicide.gentle',
  'suicide.urgent',
  'self_harm.gentle',
  'self_harm.urgent',
  'abuse.gentle',
  'abuse.urgent',
  'harm_to_others.gentle',
  'harm_to_others.urgent',
  'overdose.urgent',
  'eating_disorder.gentle',
  'eating_disorder.urgent',
  'minor_at_risk.gentle',
  'minor_at_risk.urgent',
  'bystander.gentle',
  'bystander.urgent',
] as const
export type TemplateKey = (typeof templateKeys)[number]

/** What one language says: a title and sentences for every key, and the lines that every card carries. */
export interface TemplateTexts {
  texts: Readonly<Record<TemplateKey, readonly [title: string, ...body: string[]]>>
  /** The button by which the person says that the card is mistaken. */
  not_meant: string
  /** Nothing is locked. */
  keep_writing: string
}

/** A card as it is shown. `resources_first` puts the numbers above the words. */
export interface Template {
  id: string
  version: number
  language: Language
  title: string
  body: readonly string[]
  not_meant: string
  keep_writing: string
  resources_first: boolean
}

import type { Family } from '../types.ts'

export type Topic = 'emergency' | 'suicide' | 'abuse' | 'eating_disorder' | 'poison' | 'minors'

/** Who states a number, and the day on which it was checked there or a copy of the page was read (ISO date). */
export interface Source {
  name: string
  checked_at: string
}

/** One service. Rows of a region that share a topic are shown together. */
export interface Hotline {
  region: string
  name: string
  phone?: string
  text?: string
  url?: string
  hours: string
  languages: readonly string[]
  topics: readonly Topic[]
  sources: readonly Source[]
  /** The older date of the two newest sources; null while fewer than two confirm the row. */
  checked_at: string | null
}

/** A service as it goes over the wire. */
export interface Resource {
  name: string
  phone?: string
  text?: string
  url?: string
  hours: string
  languages: string[]
}

/** What is shown for a family, in this order. */
export const topicsOf: Readonly<Record<Family, readonly Topic[]>> = {
  overdose: ['emergency', 'poison', 'suicide'],
  suicide: ['suicide', 'emergency'],
  self_harm: ['suicide', 'emergency'],
  bystander: ['suicide', 'emergency'],
  harm_to_others: ['emergency', 'suicide'],
  abuse: ['abuse', 'emergency', 'suicide'],
  eating_disorder: ['eating_disorder', 'suicide', 'emergency'],
  minor_at_risk: ['minors', 'emergency', 'suicide'],
}

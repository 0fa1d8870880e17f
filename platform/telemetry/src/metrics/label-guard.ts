import { labelValues } from './catalogue.ts'
import type { ConfiguredLabel, LabelName } from './catalogue.ts'

/** The values that the composition root knows; a label without a list has `other` as its only value. */
export type KnownValues = { readonly [Name in ConfiguredLabel]?: readonly string[] }

export interface LabelGuard {
  /** Adds values of a label, for what is known only after boot (the routes of a server). */
  allow(label: ConfiguredLabel, values: readonly string[]): void
  /** The value itself when it is known, else `other`. */
  admit(label: LabelName, value: unknown): string
}

/** More values than this for one label would make time series without bound. */
const mostValues = 500

export const other = 'other'

/** Bounds the values of labels: text, ids and typing errors never become time series. */
export function createLabelGuard(known: KnownValues): LabelGuard {
  const lists = new Map<LabelName, Set<string>>()
  for (const [label, values] of Object.entries(labelValues)) {
    if (typeof values !== 'string') lists.set(label as LabelName, new Set(values))
  }
  const allow = (label: ConfiguredLabel, values: readonly string[]) => {
    const list = lists.get(label) ?? new Set()
    for (const value of values) list.add(value)
    if (list.size > mostValues)
      throw new Error(`The label ${label} would have more than ${mostValues} values.`)
    lists.set(label, list)
  }
  for (const [label, values] of Object.entries(known)) allow(label as ConfiguredLabel, values)
  return {
    allow,
    admit: (label, value) => {
      if (labelValues[label] === 'status') return admitStatus(value)
      return typeof value === 'string' && lists.get(label)?.has(value) === true ? value : other
    },
  }
}

const admitStatus = (value: unknown) =>
  typeof value === 'number' && Number.isInteger(value) && value >= 100 && value < 600 ? String(value) : other

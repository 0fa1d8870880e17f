import type { DecisionInput } from './decision.ts'

/** Features in the order of their names, and where their candidates stand. */
export interface Described {
  readonly featureNames: readonly string[]
  readonly context?: DecisionInput['context']
}

const clamp = (value: number): number => Math.min(1, Math.max(-1, value))

/** Reads the named values of a candidate, clamped to −1…1: its own feature, else the context's, else 0. */
export function reader(
  names: readonly string[],
  { featureNames, context = {} }: Described,
): (features: readonly number[]) => number[] {
  const places = names.map((name) => featureNames.indexOf(name))
  const shared = names.map((name) => (Object.hasOwn(context, name) ? (context[name] ?? 0) : 0))
  return (features) => places.map((place, index) => clamp(features[place] ?? shared[index] ?? 0))
}

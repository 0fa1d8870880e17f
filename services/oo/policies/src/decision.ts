import { z } from 'zod'

/** The smallest share of decisions that explore; it keeps every probability usable as a divisor. */
export const minimumEpsilon = 1e-6
export const maximumCandidates = 1_000
export const maximumFeatures = 64
const largestNumber = 1e9

/** One thing that could be shown, described by numbers only. */
export interface Candidate {
  readonly id: string
  /** The candidate source's name, as `integrations.todoist.tasks`. */
  readonly source: string
  /** Finite; scaled to 0…1 by whoever assembles them. Policies read them clamped to −1…1. */
  readonly features: Readonly<Record<string, number>>
}

const name = z.string().min(1).max(200)
const finite = z.number().min(-largestNumber).max(largestNumber)

/** One row of the feature matrix. */
interface CandidateRow {
  readonly id: string
  readonly source: string
  /** In the order of `featureNames`. */
  readonly features: readonly number[]
}

/** All that a decision depends on: no text, no clock, no table. */
export const DecisionInput = z
  .strictObject({
    policy: z.strictObject({
      id: name,
      version: z.number().int().nonnegative(),
      /** The policy's own; what is absent takes its default. */
      parameters: z.record(z.string(), z.json()),
    }),
    /** What the policy has learnt; `initialState()` before it has learnt anything. */
    state: z.json(),
    context: z.record(z.string(), finite).readonly(),
    featureNames: z.array(name).max(maximumFeatures).readonly(),
    candidates: z.custom<readonly CandidateRow[]>(Array.isArray, 'must be a list of candidates'),
    /** The share of decisions made uniformly at random: every candidate has at least `epsilon / n`. */
    epsilon: z.number().min(minimumEpsilon).max(1),
    seed: z.string().min(1).max(200),
  })
  .check(({ value, issues }) => {
    const refuse = (path: PropertyKey[], message: string) =>
      issues.push({ code: 'custom', input: value, path, message })
    if (new Set(value.featureNames).size < value.featureNames.length)
      refuse(['featureNames'], 'names a feature twice')
    for (const { path, message } of findFaults(value.candidates, value.featureNames.length))
      refuse(['candidates', ...path], message)
  })

interface Fault {
  readonly path: PropertyKey[]
  readonly message: string
}

/** By hand and not by a schema: 1,000 rows of 24 numbers are looked at in less than a millisecond. */
function* findFaults(candidates: readonly unknown[], width: number): Generator<Fault> {
  if (candidates.length === 0 || candidates.length > maximumCandidates)
    yield {
      path: [],
      message: `holds ${candidates.length} candidates; it must hold 1 to ${maximumCandidates}`,
    }
  const ids = new Set<string>()
  for (const [index, row] of candidates.entries()) {
    const { id, source, features, ...others } = (row ?? {}) as Record<string, unknown>
    if (!isName(id)) yield { path: [index, 'id'], message: 'must be a text of 1 to 200 characters' }
    else if (ids.has(id)) yield { path: [index, 'id'], message: 'is the id of an earlier candidate' }
    else ids.add(id)
    if (!isName(source)) yield { path: [index, 'source'], message: 'must be a text of 1 to 200 characters' }
    if (!Array.isArray(features) || features.length !== width)
      yield { path: [index, 'features'], message: `must hold ${width} numbers, one for each of featureNames` }
    else {
      const wrong = features.findIndex((one) => !isFeature(one))
      if (wrong >= 0)
        yield { path: [index, 'features', wrong], message: `must be a number between ±${largestNumber}` }
    }
    for (const key of Object.keys(others)) yield { path: [index, key], message: 'is not known; leave it out' }
  }
}

const isName = (value: unknown): value is string =>
  typeof value === 'string' && value.length > 0 && value.length <= 200
const isFeature = (value: unknown): boolean => typeof value === 'number' && Math.abs(value) <= largestNumber

export type Json = z.core.util.JSONType
export type DecisionInput = z.infer<typeof DecisionInput>

export interface DecisionOutput {
  /** The probability of each candidate, in the order of the input; sums to 1, each > 0. */
  readonly distribution: readonly number[]
  readonly pickIndex: number
  /** `distribution[pickIndex]`: the propensity to log. */
  readonly probability: number
}

/** A decision that cannot be made as asked. `field` is where, in the input's terms. */
export class InvalidDecision extends Error {
  readonly field: string
  constructor(field: string, message: string) {
    super(`${field}: ${message}`)
    this.name = 'InvalidDecision'
    this.field = field
  }
}

/** Parses with a schema; throws InvalidDecision naming the first field that is wrong. */
export function parseAs<T>(schema: z.ZodType<T>, value: unknown, root = ''): T {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const [issue] = result.error.issues
  const field = [root, ...(issue?.path ?? [])].filter((part) => part !== '').join('.')
  throw new InvalidDecision(field || 'input', issue?.message ?? 'is wrong')
}

/** The candidates as rows over one sorted list of feature names; a feature that a candidate lacks is 0. */
export function featureMatrix(
  candidates: readonly Candidate[],
): Pick<DecisionInput, 'featureNames' | 'candidates'> {
  const featureNames = [...new Set(candidates.flatMap(({ features }) => Object.keys(features)))].toSorted()
  return {
    featureNames,
    candidates: candidates.map(({ id, source, features }) => ({
      id,
      source,
      features: featureNames.map((one) => features[one] ?? 0),
    })),
  }
}

import { DecisionInput } from '@triptych/oo-policies'
import { z } from 'zod'
import type { BadRow, Entry, Log, OpenText } from '../log.ts'
import { RidgeModel } from '../model/ridge.ts'
import { linesOf } from './lines.ts'

/** One line of our own log: a decision record with its joined reward. Other members are let through unread. */
export const DecisionRow = z.looseObject({
  input: DecisionInput,
  output: z.looseObject({
    distribution: z.array(z.number()),
    pickIndex: z.number().int().nonnegative(),
    probability: z.number(),
  }),
  /** Absent or null: no reward yet, or never displayed. */
  reward: z.number().nullish(),
  id: z.string().optional(),
  /** ISO 8601, in UTC. */
  at: z.string().optional(),
})
export type DecisionRow = z.infer<typeof DecisionRow>

/** Reads JSON lines of decisions, as the recommender exports them. */
export function decisionLog(open: OpenText): Log {
  return {
    model: () => new RidgeModel(),
    read: async function* () {
      let line = 0
      for await (const text of linesOf(open())) {
        line += 1
        if (text.trim() !== '') yield readRow(text, line)
      }
    },
  }
}

function readRow(text: string, line: number): Entry {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return bad({
      line,
      column: 'line',
      problem: 'is not JSON; each line must be one whole object',
      isPropensity: false,
    })
  }
  const parsed = DecisionRow.safeParse(value)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return bad({
      line,
      column: issue?.path.join('.') ?? '',
      problem: issue?.message ?? 'is wrong',
      isPropensity: false,
    })
  }
  const row = parsed.data
  const fault = findFault(row.input.candidates.length, row.output)
  if (fault !== undefined) return bad({ line, ...fault, isPropensity: true })
  if (row.reward === null || row.reward === undefined) return { kind: 'unanswered', line }
  return {
    kind: 'row',
    row: {
      line,
      situation: row.input,
      picked: row.output.pickIndex,
      propensity: row.output.probability,
      reward: row.reward,
      decision: row,
    },
  }
}

const bad = (one: BadRow): Entry => ({ kind: 'bad', bad: one })

/** A distribution that does not hold what the weights need. */
function findFault(
  size: number,
  { distribution, pickIndex, probability }: DecisionRow['output'],
): Pick<BadRow, 'column' | 'problem'> | undefined {
  if (distribution.length !== size)
    return {
      column: 'output.distribution',
      problem: `has ${distribution.length} probabilities for ${size} candidates; log the whole distribution`,
    }
  const wrong = distribution.findIndex((one) => !(one > 0 && one <= 1))
  if (wrong >= 0)
    return {
      column: `output.distribution.${wrong}`,
      problem: `is ${distribution[wrong]}; it must be above 0 and at most 1: log with an epsilon floor`,
    }
  const sum = distribution.reduce((a, b) => a + b, 0)
  if (Math.abs(sum - 1) > 1e-6)
    return {
      column: 'output.distribution',
      problem: `sums to ${sum}; it must sum to 1: log it as it was sampled from`,
    }
  if (distribution[pickIndex] !== probability)
    return {
      column: 'output.probability',
      problem: `is ${probability} but the distribution has ${distribution[pickIndex]} for the pick: log the latter`,
    }
  return undefined
}

import type { Entry } from './corpus.ts'
import { detectRaw } from '../../src/offline/detect.ts'
import { isRight } from './measure.ts'

export interface Outcome {
  readonly score: number
  readonly confidence: number
  readonly right: boolean
}

/** Every finding on the entries, with whether it was right. */
export function outcomes(entries: readonly Entry[]): Outcome[] {
  return entries.flatMap((entry) =>
    detectRaw(entry.text).fragments.map((found) => ({
      score: found.score,
      confidence: found.confidence,
      right: isRight(found, entry.spans),
    })),
  )
}

/** Logistic fit of "right" on the score's log-odds, by gradient descent with a firm pull towards slope 1: the part is small. */
export function fitCurve(data: readonly Outcome[]): { slope: number; intercept: number } {
  let slope = 1
  let intercept = 0
  for (let step = 0; step < 20_000; step++) {
    let ds = -0.5 * (slope - 1)
    let di = -0.02 * intercept
    for (const { score, right } of data) {
      const inside = Math.min(0.995, Math.max(0.005, score))
      const x = Math.log(inside / (1 - inside))
      const miss = (right ? 1 : 0) - 1 / (1 + Math.exp(-(slope * x + intercept)))
      ds += (miss * x) / data.length
      di += miss / data.length
    }
    slope += 0.2 * ds
    intercept += 0.2 * di
  }
  return { slope: Math.round(slope * 100) / 100, intercept: Math.round(intercept * 100) / 100 }
}

export interface Bin {
  readonly from: number
  readonly to: number
  readonly count: number
  readonly said: number
  readonly right: number
}

/** Mean confidence against the share that was right, in bins of confidence. */
export function bins(data: readonly Outcome[], edges: readonly number[]): Bin[] {
  return edges.slice(0, -1).map((from, i) => {
    const to = edges[i + 1] ?? 1
    const inside = data.filter((one) => one.confidence >= from && (one.confidence < to || to >= 1))
    const mean = (values: number[]) =>
      values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
    return {
      from,
      to,
      count: inside.length,
      said: mean(inside.map((one) => one.confidence)),
      right: mean(inside.map((one) => (one.right ? 1 : 0))),
    }
  })
}

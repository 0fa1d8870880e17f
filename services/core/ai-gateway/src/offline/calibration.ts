/**
 * From a raw score (agreement of cues, 0..1) to a confidence: the share of such detections that are
 * right. A logistic curve; its two numbers are printed by `node bench/offline.eval.ts --fit`, which
 * reads the calibration part of the corpus only.
 */
export const CURVE = { slope: 0.86, intercept: 0.21 } as const

/** Detections below this confidence stay unsaid. */
export const SPEAK_FROM = 0.6

function logit(share: number): number {
  const inside = Math.min(0.995, Math.max(0.005, share))
  return Math.log(inside / (1 - inside))
}

/** Confidence in 0..1, rounded to two places. */
export function calibrate(score: number): number {
  const share = 1 / (1 + Math.exp(-(CURVE.slope * logit(score) + CURVE.intercept)))
  return Math.round(share * 100) / 100
}

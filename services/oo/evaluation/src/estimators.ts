/** Sums over rows, with w = π(a) / p(a), q the modelled reward and v = Σ π·q over the candidates. */
export interface Totals {
  readonly rows: number
  /** Σ w */
  readonly weight: number
  /** Σ w·r */
  readonly weighted: number
  /** Σ min(w, clip)·r */
  readonly clipped: number
  /** Σ v */
  readonly modelled: number
  /** Σ w·(r − q(a)) */
  readonly residual: number
}

export const totalNames = ['rows', 'weight', 'weighted', 'clipped', 'modelled', 'residual'] as const

/** Each is a ratio of two sums, so that one formula gives its standard error. */
interface Ratio {
  readonly of: (totals: Totals) => number
  readonly by: (totals: Totals) => number
}

const rows = (totals: Totals): number => totals.rows

/** A policy's mean reward, estimated from a log that another policy wrote. */
export const estimators = {
  /** Inverse propensity scoring: unbiased, and wide when weights are large. */
  ips: { of: ({ weighted }) => weighted, by: rows },
  /** Self-normalised: within the range of the rewards; its bias vanishes as rows grow. */
  snips: { of: ({ weighted }) => weighted, by: ({ weight }) => weight },
  /** Weights cut at the clip: narrower, and too low for rewards ≥ 0 where it cuts. */
  clipped: { of: ({ clipped }) => clipped, by: rows },
  /** Direct method: as good as the model of the reward, no better. */
  dm: { of: ({ modelled }) => modelled, by: rows },
  /** Doubly robust: the model, corrected by the weighted residuals; unbiased with known propensities. */
  dr: { of: ({ modelled, residual }) => modelled + residual, by: rows },
} as const satisfies Readonly<Record<string, Ratio>>

export type Estimator = keyof typeof estimators
export const estimatorNames = Object.keys(estimators) as Estimator[]

export const estimate = (name: Estimator, totals: Totals): number =>
  ratio(estimators[name].of(totals), estimators[name].by(totals))

/** Nothing over nothing is 0: a policy that never does what was done has earned nothing here. */
export const ratio = (of: number, by: number): number => (by === 0 ? 0 : of / by)

/** Whether the interval is about the policy's value, or only about the mean of something near it. */
export const isBiased: Readonly<Record<Estimator, boolean>> = {
  ips: false,
  snips: false,
  clipped: true,
  dm: true,
  dr: false,
}

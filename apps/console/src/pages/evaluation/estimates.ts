import type { Evaluation, PolicyReport } from '../../api/api.ts'
import { decimal } from '../../format/numbers.ts'

export const estimators: Readonly<Record<string, string>> = {
  ips: 'IPS',
  snips: 'SNIPS',
  clipped: 'Clipped IPS',
  dm: 'DM',
  dr: 'DR',
}

export interface EstimateRow {
  readonly policy: string
  readonly estimator: string
  readonly value: number
  readonly low: number
  readonly high: number
  readonly is_biased: boolean
}

/** All estimates as one table, with what was logged first. */
export const rowsOf = ({ logged, policies }: Evaluation): EstimateRow[] => [
  { policy: 'As logged', estimator: 'Mean', ...logged, is_biased: false },
  ...policies.flatMap(({ policy, estimates }) =>
    estimates.map((one) => ({ ...one, policy, estimator: estimators[one.estimator] ?? one.estimator })),
  ),
]

export const sampleOf = ({ effective_sample_size: size }: PolicyReport): string =>
  `Effective sample size ${decimal(size, 1)}.`

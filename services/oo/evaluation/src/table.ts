import type { Estimate, PolicyReport, Report } from './evaluate.ts'

const number = (value: number): string => value.toFixed(4)
const share = (value: number): string => `${(value * 100).toFixed(1)} %`
const titles = { ips: 'IPS', snips: 'SNIPS', clipped: 'clipped IPS', dm: 'DM', dr: 'DR' } as const

/** The report for people. */
export function renderTable(report: Report): string {
  const { rows, unanswered, badRows, replay, logged, options } = report
  const notes = [
    `${rows} rows`,
    ...(unanswered > 0 ? [`${unanswered} without a reward yet`] : []),
    ...(badRows.count > 0 ? [`${badRows.count} left out: they could not be read`] : []),
    ...(replay.checked > 0 ? [`${replay.equal} of ${replay.checked} replayed byte for byte`] : []),
  ]
  return [
    notes.join(' · '),
    ...badRows.first.map(({ line, column, problem }) => `  line ${line}, ${column}: ${problem}`),
    ...(replay.differentLines.length > 0
      ? [`  replayed differently: line ${replay.differentLines.join(', ')}`]
      : []),
    '',
    `as logged${' '.repeat(15)}${number(logged.value)}   ${interval(logged)}`,
    ...report.policies.flatMap((policy) => ['', ...renderPolicy(policy)]),
    '',
    `${share(options.confidence)} intervals: studentised bootstrap, ${options.replicates} replicates, seed ${options.seed}. Weights clipped at ${options.clip}.`,
    '* biased: its interval is about its own mean, which may lie beside the policy’s value.',
  ].join('\n')
}

function renderPolicy(report: PolicyReport): string[] {
  const { policy, version, effectiveSampleSize, effectiveShare, maxWeight, meanWeight } = report
  const weights =
    effectiveSampleSize === undefined
      ? ''
      : `   effective rows ${effectiveSampleSize.toFixed(0)} (${share(effectiveShare ?? 0)}), weights: mean ${(meanWeight ?? 0).toFixed(2)}, largest ${(maxWeight ?? 0).toFixed(1)}`
  return [
    `${policy} v${version}${weights}`,
    ...(report.refused === undefined
      ? report.estimates.map(renderEstimate)
      : [`  refused: ${report.refused}`]),
  ]
}

const renderEstimate = (estimate: Estimate): string =>
  `  ${(titles[estimate.estimator] + (estimate.isBiased ? ' *' : '')).padEnd(22)}${number(estimate.value)}   ${interval(estimate)}`

const interval = ({ low, high }: { low: number; high: number }): string => `[${number(low)}, ${number(high)}]`

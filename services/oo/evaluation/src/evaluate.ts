import { decisionRecord, InvalidDecision, policies, type Policy, replay } from '@triptych/oo-policies'
import { Blocks, nothing } from './blocks.ts'
import { bootstrap, type Interval } from './bootstrap.ts'
import { estimate, type Estimator, estimatorNames, isBiased } from './estimators.ts'
import { type BadRow, type Log, type LoggedRow, UnusableLog } from './log.ts'
import { folds, type RewardModel } from './model/model.ts'
import { Target } from './targets.ts'
import { leastEffectiveShare, Weights, type WeightSummary } from './weights.ts'

export interface EvaluateOptions {
  /** Names of registered policies; all of them by default. */
  readonly policies?: readonly string[]
  /** Largest weight of the clipped estimator. */
  readonly clip?: number
  /** Of the bootstrap. */
  readonly replicates?: number
  readonly seed?: string
  readonly confidence?: number
  /** Goes on without rows that cannot be read. Rows whose propensity is wrong are refused all the same. */
  readonly skipBadRows?: boolean
}

export interface Estimate extends Interval {
  readonly estimator: Estimator
  readonly value: number
  /** The interval covers the mean of the estimator, which is not quite the policy's value. */
  readonly isBiased: boolean
}

export interface PolicyReport extends Partial<WeightSummary> {
  readonly policy: string
  readonly version: number
  /** Why there are no estimates. */
  readonly refused?: string
  readonly estimates: readonly Estimate[]
}

/** Plain data: what the table prints and a page plots. */
export interface Report {
  readonly rows: number
  readonly unanswered: number
  readonly badRows: { readonly count: number; readonly first: readonly BadRow[] }
  /** Rows that were decided again; `equal` to the byte. Rows of policies that this build lacks are not counted. */
  readonly replay: {
    readonly checked: number
    readonly equal: number
    readonly differentLines: readonly number[]
  }
  /** The mean reward that the logging policy had. */
  readonly logged: Interval & { readonly value: number }
  readonly options: Required<Omit<EvaluateOptions, 'policies'>>
  readonly policies: readonly PolicyReport[]
}

const namedRows = 10

/**
 * What each policy would have earned on the situations of the log. Reads the log twice: to fit the model of the reward,
 * then to weigh. The same log and options give the same digits.
 * Throws UnusableLog, which names line, column and cure, when rows cannot be used.
 */
export async function evaluate(log: Log, options: EvaluateOptions = {}): Promise<Report> {
  const settings = {
    clip: 10,
    replicates: 1_000,
    seed: 'oo',
    confidence: 0.95,
    skipBadRows: false,
    ...options,
  }
  const wanted = (options.policies ?? [...policies.keys()]).map(findPolicy)
  const survey = await surveyLog(log)
  refuseUnusable(survey, settings.skipBadRows)
  const trials = wanted.map((policy) => new Trial(policy, settings.clip))
  let index = 0
  for await (const entry of log.read()) {
    if (entry.kind !== 'row') continue
    const fold = index++ % folds
    const predicted = survey.model.predict(fold, entry.row.situation)
    for (const trial of trials) trial.add(entry.row, predicted)
  }
  const { policies: _, ...used } = settings
  return {
    rows: survey.rows,
    unanswered: survey.unanswered,
    badRows: { count: survey.bad, first: survey.firstBad },
    replay: survey.replay,
    logged: {
      value: estimate('ips', survey.logged.totals),
      ...bootstrap(survey.logged.blocks, settings).ips,
    },
    options: used,
    policies: trials.map((trial) => trial.report(settings)),
  }
}

function findPolicy(name: string): Policy {
  const policy = policies.get(name)
  if (policy === undefined)
    throw new UnusableLog(`There is no policy ${name}. There are ${[...policies.keys()].join(', ')}.`)
  return policy
}

interface Survey {
  rows: number
  unanswered: number
  bad: number
  wrongPropensities: number
  readonly firstBad: BadRow[]
  readonly replay: { checked: number; equal: number; readonly differentLines: number[] }
  readonly logged: Blocks
  readonly model: RewardModel
}

async function surveyLog(log: Log): Promise<Survey> {
  const survey: Survey = {
    rows: 0,
    unanswered: 0,
    bad: 0,
    wrongPropensities: 0,
    firstBad: [],
    replay: { checked: 0, equal: 0, differentLines: [] },
    logged: new Blocks(),
    model: log.model(),
  }
  for await (const entry of log.read()) {
    if (entry.kind === 'unanswered') survey.unanswered += 1
    else if (entry.kind === 'bad') {
      survey.bad += 1
      if (entry.bad.isPropensity) survey.wrongPropensities += 1
      if (survey.firstBad.length < namedRows) survey.firstBad.push(entry.bad)
    } else {
      survey.model.learn(survey.rows % folds, entry.row)
      survey.logged.add({ ...nothing, rows: 1, weight: 1, weighted: entry.row.reward })
      checkReplay(entry.row, survey.replay)
      survey.rows += 1
    }
  }
  return survey
}

function checkReplay({ decision, line }: LoggedRow, counts: Survey['replay']): void {
  if (decision === undefined) return
  const { input, output } = decision
  if (policies.get(input.policy.id)?.version !== input.policy.version) return
  counts.checked += 1
  const { distribution, pickIndex, probability } = output
  const stored = decisionRecord(input, { distribution, pickIndex, probability })
  if (Buffer.compare(replay({ input }), stored) === 0) counts.equal += 1
  else if (counts.differentLines.length < namedRows) counts.differentLines.push(line)
}

function refuseUnusable(
  { bad, wrongPropensities, firstBad, rows, unanswered }: Survey,
  skipBadRows: boolean,
): void {
  if (wrongPropensities > 0 || (bad > 0 && !skipBadRows)) {
    const named = firstBad.map(({ line, column, problem }) => `  line ${line}, ${column}: ${problem}`)
    const rest = bad > firstBad.length ? [`  … and ${bad - firstBad.length} more`] : []
    const cure =
      wrongPropensities > 0
        ? 'Correct them and run again.'
        : 'Correct them, or leave them out with --skip-bad-rows.'
    throw new UnusableLog([`${bad} rows cannot be used. ${cure}`, ...named, ...rest].join('\n'))
  }
  if (rows === 0)
    throw new UnusableLog(`There is no row with a reward to learn from; ${unanswered} rows have none yet.`)
}

/** One policy on its way through the log. */
class Trial {
  readonly #target: Target
  readonly #clip: number
  readonly #blocks = new Blocks()
  readonly #weights = new Weights()
  #failure: InvalidDecision | undefined

  constructor(policy: Policy, clip: number) {
    this.#target = new Target(policy)
    this.#clip = clip
  }

  add(row: LoggedRow, predicted: readonly number[]): void {
    if (this.#failure !== undefined) return
    try {
      this.#weigh(row, predicted)
      this.#target.learn(row)
    } catch (error) {
      if (!(error instanceof InvalidDecision)) throw error
      this.#failure = error
    }
  }

  #weigh({ picked, propensity, reward, ...row }: LoggedRow, predicted: readonly number[]): void {
    const distribution = this.#target.distribution({ picked, propensity, reward, ...row })
    const weight = (distribution[picked] ?? 0) / propensity
    this.#weights.add(weight)
    this.#blocks.add({
      rows: 1,
      weight,
      weighted: weight * reward,
      clipped: Math.min(weight, this.#clip) * reward,
      modelled: distribution.reduce((sum, one, index) => sum + one * (predicted[index] ?? 0), 0),
      residual: weight * (reward - (predicted[picked] ?? 0)),
    })
  }

  report(settings: { replicates: number; seed: string; confidence: number }): PolicyReport {
    const { id: policy, version } = this.#target.policy
    if (this.#failure !== undefined) return { policy, version, refused: this.#failure.message, estimates: [] }
    const summary = this.#weights.summary
    if (summary.effectiveShare < leastEffectiveShare)
      return { policy, version, ...summary, refused: explainOverlap(summary), estimates: [] }
    const intervals = bootstrap(this.#blocks.blocks, settings)
    const estimates = estimatorNames.map((estimator) => ({
      estimator,
      value: estimate(estimator, this.#blocks.totals),
      ...intervals[estimator],
      isBiased: isBiased[estimator],
    }))
    return { policy, version, ...summary, estimates }
  }
}

const explainOverlap = ({ effectiveSampleSize, effectiveShare }: WeightSummary): string =>
  `The effective sample size is ${effectiveSampleSize.toFixed(1)}, ${(effectiveShare * 100).toFixed(2)} % of the rows; ` +
  `under ${leastEffectiveShare * 100} % a few rows would decide. Log with more exploration, or longer.`

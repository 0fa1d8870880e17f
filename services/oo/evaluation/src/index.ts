/** What another policy would have earned on a log: replay, estimates with intervals, and export. Pure: texts are handed in. */
export { type BootstrapOptions, type Interval } from './bootstrap.ts'
export { toDsjson } from './dsjson.ts'
export { type Estimator, estimatorNames } from './estimators.ts'
export { type Estimate, evaluate, type EvaluateOptions, type PolicyReport, type Report } from './evaluate.ts'
export {
  type BadRow,
  type Entry,
  type Log,
  type LoggedRow,
  type OpenText,
  type Situation,
  UnusableLog,
} from './log.ts'
export { type CsvColumns, csvLog, openBanditColumns } from './read/csv.ts'
export { decisionLog, DecisionRow } from './read/decisions.ts'
export { renderTable } from './table.ts'
export type { WeightBin, WeightSummary } from './weights.ts'

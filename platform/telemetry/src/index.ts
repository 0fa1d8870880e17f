export { describeError } from './error-record.ts'
export type { ErrorRecord } from './error-record.ts'
export type { LogFields } from './logging/fields.ts'
export { libraryLogger } from './logging/library-logger.ts'
export type { LibraryLogger } from './logging/library-logger.ts'
export { createLogger, logLevels } from './logging/logger.ts'
export type { Fixed, Logger, LoggerOptions, LogLevel } from './logging/logger.ts'
export { metricCatalogue, processMetricNames } from './metrics/catalogue.ts'
export type {
  ConfiguredLabel,
  CounterName,
  GaugeName,
  HistogramName,
  LabelsOf,
  MetricName,
} from './metrics/catalogue.ts'
export type { KnownValues } from './metrics/label-guard.ts'
export { createMetrics } from './metrics/metrics.ts'
export type { Metrics, MetricsOptions, Reading } from './metrics/metrics.ts'
export { startErrorReports } from './reports/error-reports.ts'
export type { ErrorReportOptions, ErrorReports, ReportContext } from './reports/error-reports.ts'
export type { SpanAttributes } from './tracing/attributes.ts'
export { inSpan, markFailed, traceHeaders, withRemoteParent } from './tracing/spans.ts'
export type { SpanOptions } from './tracing/spans.ts'
export { startTracing } from './tracing/tracing.ts'
export type { SpanRecord, Tracing, TracingOptions } from './tracing/tracing.ts'

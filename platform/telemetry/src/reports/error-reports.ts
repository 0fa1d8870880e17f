import type { ErrorKind } from '@triptych/kernel'

/** What may go along with a reported error. No body, header, query, person or free text. */
export interface ReportContext {
  readonly requestId?: string
  /** The template of the route. */
  readonly route?: string
  readonly method?: string
  readonly module?: string
  readonly operation?: string
  readonly kind?: ErrorKind
}

export interface ErrorReports {
  readonly enabled: boolean
  /** Hands an unexpected error to the collector. Returns at once and never throws. */
  report(error: unknown, context?: ReportContext): void
  /** Waits until what was reported is sent, at most `timeoutMs`. */
  close(timeoutMs?: number): Promise<void>
}

export interface ErrorReportOptions {
  /** The address of a Sentry project (GlitchTip speaks the same). Without one nothing is loaded or sent. */
  readonly dsn: string | undefined
  readonly environment?: string
  readonly release?: string
}

const off: ErrorReports = {
  enabled: false,
  report: () => undefined,
  close: () => Promise.resolve(),
}

/** Starts error reporting for this process, or does nothing without a DSN. */
export async function startErrorReports(options: ErrorReportOptions): Promise<ErrorReports> {
  const { dsn } = options
  if (dsn === undefined || dsn === '') return off
  const { createSentryReports } = await import('./sentry.ts')
  return createSentryReports({ ...options, dsn })
}

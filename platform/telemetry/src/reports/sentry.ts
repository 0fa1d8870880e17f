import { trace } from '@opentelemetry/api'
import { defaultStackParser, makeNodeTransport, NodeClient } from '@sentry/node'
import type { ErrorEvent } from '@sentry/node'
import { describeError } from '../error-record.ts'
import type { ErrorRecord } from '../error-record.ts'
import { hasShape } from '../shapes.ts'
import type { Shape } from '../shapes.ts'
import type { ErrorReportOptions, ErrorReports, ReportContext } from './error-reports.ts'

const defaultCloseMs = 2_000

/**
 * A Sentry client of its own instead of `init`: no integrations, hooks, scopes or breadcrumbs exist that could
 * collect something. Events are built from what is allowed, so nothing has to be taken out of them.
 */
export function createSentryReports(options: ErrorReportOptions & { dsn: string }): ErrorReports {
  const client = new NodeClient({
    dsn: options.dsn,
    transport: makeNodeTransport,
    stackParser: defaultStackParser,
    integrations: [],
    includeServerName: false,
    sendClientReports: false,
    ...(options.environment === undefined ? {} : { environment: options.environment }),
    ...(options.release === undefined ? {} : { release: options.release }),
  })
  client.init()
  return {
    enabled: true,
    report: (error, context = {}) => {
      client.captureEvent(eventFor(describeError(error), context))
    },
    close: async (timeoutMs = defaultCloseMs) => {
      await client.close(timeoutMs)
    },
  }
}

function eventFor(error: ErrorRecord, context: ReportContext): ErrorEvent {
  const value = error.code ?? error.kind ?? error.name
  return {
    type: undefined,
    level: 'error',
    fingerprint: [error.name, value, error.stack?.[0] ?? ''],
    tags: tagsFor(error, context),
    exception: { values: [{ type: error.name, value, stacktrace: { frames: framesOf(error) } }] },
  }
}

const tagShapes = {
  requestId: ['request_id', 'id'],
  route: ['route', 'route'],
  method: ['method', 'method'],
  module: ['module', 'code'],
  operation: ['operation', 'name'],
  kind: ['kind', 'code'],
} as const satisfies Record<keyof ReportContext, readonly [string, Shape]>

function tagsFor(error: ErrorRecord, context: ReportContext): Record<string, string> {
  const tags: Record<string, string> = {}
  for (const [key, [name, shape]] of Object.entries(tagShapes)) {
    const value = context[key as keyof ReportContext]
    if (value !== undefined && hasShape(shape, value)) tags[name] = value
  }
  if (error.code !== undefined) tags['code'] = error.code
  if (error.constraint !== undefined) tags['constraint'] = error.constraint
  const traceId = trace.getActiveSpan()?.spanContext().traceId
  if (traceId !== undefined) tags['trace_id'] = traceId
  return tags
}

const frameText = /^(?:(.*) \()?([^()]+):(\d+):(\d+)\)?$/

/** Sentry wants the oldest call first. */
function framesOf(error: ErrorRecord) {
  return (error.stack ?? [])
    .flatMap((text) => {
      const match = frameText.exec(text)
      if (match?.[2] === undefined) return []
      return [
        {
          filename: match[2],
          function: match[1] ?? '<anonymous>',
          lineno: Number(match[3]),
          colno: Number(match[4]),
          in_app: !match[2].startsWith('node:'),
        },
      ]
    })
    .toReversed()
}

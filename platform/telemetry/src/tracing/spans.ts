import { context, propagation, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api'
import type { Span } from '@opentelemetry/api'
import { describeError } from '../error-record.ts'
import type { SpanAttributes } from './attributes.ts'

const kinds = {
  internal: SpanKind.INTERNAL,
  client: SpanKind.CLIENT,
  server: SpanKind.SERVER,
  producer: SpanKind.PRODUCER,
  consumer: SpanKind.CONSUMER,
} as const

export interface SpanOptions {
  /** Written in the source: `turn.generate`, `POST /api/v1/turns`. */
  readonly name: string
  readonly kind?: keyof typeof kinds
  readonly attributes?: SpanAttributes
}

/**
 * Runs `work` in a span, child of the one that is active. An error marks the span with its code or name and goes
 * on to the caller.
 */
export function inSpan<T>(options: SpanOptions, work: (span: Span) => Promise<T>): Promise<T> {
  const tracer = trace.getTracer('triptych')
  const settings = {
    kind: kinds[options.kind ?? 'internal'],
    attributes: { ...options.attributes },
  }
  return tracer.startActiveSpan(options.name, settings, async (span) => {
    try {
      return await work(span)
    } catch (error) {
      markFailed(span, error)
      throw error
    } finally {
      span.end()
    }
  })
}

/** Marks a span as failed, with the error's code or name. */
export function markFailed(span: Span, error: unknown): void {
  const { code, name } = describeError(error)
  span.setStatus({ code: SpanStatusCode.ERROR })
  span.setAttribute('error.type', code ?? name)
}

type Headers = Readonly<Record<string, string | string[] | undefined>>

/** Runs `work` as a part of the trace that `headers` carry (`traceparent`, `tracestate`), if they carry one. */
export const withRemoteParent = <T>(headers: Headers, work: () => T): T =>
  context.with(propagation.extract(context.active(), headers), work)

/** The headers that continue the active trace elsewhere; empty when there is none. */
export function traceHeaders(): Record<string, string> {
  const headers: Record<string, string> = {}
  propagation.inject(context.active(), headers)
  return headers
}

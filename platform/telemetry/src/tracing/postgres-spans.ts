import { context, SpanKind, trace } from '@opentelemetry/api'
import type { Span } from '@opentelemetry/api'
import { markFailed } from './spans.ts'
import type { PostgresClientClass } from './tracing.ts'

type Query = (this: unknown, ...input: unknown[]) => unknown
type Callback = (error: unknown, ...rest: unknown[]) => unknown

/**
 * Spans for the queries of `pg`. Of the statement only the first word is kept: text and parameters hold values.
 * Queries outside a trace make no span. Returns the way to stop.
 */
export function tracePostgres(client: PostgresClientClass): () => void {
  const prototype = client.prototype as { query: Query }
  const original = prototype.query
  prototype.query = function query(...input) {
    if (trace.getSpan(context.active()) === undefined) return original.apply(this, input)
    return traced(original.bind(this), input)
  }
  return () => {
    prototype.query = original
  }
}

function traced(query: (...input: unknown[]) => unknown, input: unknown[]): unknown {
  const verb = verbOf(input[0])
  const attributes = { 'db.system.name': 'postgresql', 'db.operation.name': verb }
  const span = trace
    .getTracer('triptych')
    .startSpan(`postgresql ${verb}`, { kind: SpanKind.CLIENT, attributes })
  const last = input.at(-1)
  if (typeof last === 'function') return query(...input.slice(0, -1), ending(span, last as Callback))
  try {
    const answer = query(...input)
    if (answer instanceof Promise)
      answer.then(
        () => end(span),
        (error: unknown) => end(span, error),
      )
    // Cursors and streams: the span covers the call that starts them.
    else end(span)
    return answer
  } catch (error) {
    end(span, error)
    throw error
  }
}

function ending(span: Span, callback: Callback): Callback {
  const parent = context.active()
  return (error, ...rest) => {
    end(span, error ?? undefined)
    return context.with(parent, () => callback(error, ...rest))
  }
}

function end(span: Span, error?: unknown): void {
  if (error !== undefined) markFailed(span, error)
  span.end()
}

const verbs = new Set(
  'SELECT INSERT UPDATE DELETE WITH BEGIN COMMIT ROLLBACK SAVEPOINT RELEASE SET LISTEN NOTIFY CALL COPY'.split(
    ' ',
  ),
)

function verbOf(statement: unknown): string {
  const text = typeof statement === 'string' ? statement : (statement as { text?: unknown } | null)?.text
  if (typeof text !== 'string') return 'OTHER'
  const word = /^\s*([a-z]+)/i.exec(text)?.[1]?.toUpperCase()
  return word !== undefined && verbs.has(word) ? word : 'OTHER'
}

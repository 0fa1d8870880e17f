import { context, propagation, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api'

const tracer = trace.getTracer('@triptych/outbound')

/** Runs one sending in a client span and hands it the headers that carry the trace. No path, query or body is recorded. */
export function inClientSpan<T extends { status: number }>(
  { provider, method, host }: { provider: string; method: string; host: string },
  send: (traceHeaders: Record<string, string>) => Promise<T>,
): Promise<T> {
  const attributes = { 'http.request.method': method, 'server.address': host, 'triptych.provider': provider }
  return tracer.startActiveSpan(
    `${method} ${provider}`,
    { kind: SpanKind.CLIENT, attributes },
    async (span) => {
      const headers: Record<string, string> = {}
      propagation.inject(context.active(), headers)
      try {
        const response = await send(headers)
        span.setAttribute('http.response.status_code', response.status)
        return response
      } catch (error) {
        const reason = (error as { reason?: unknown } | null)?.reason
        span.setStatus({
          code: SpanStatusCode.ERROR,
          message: typeof reason === 'string' ? reason : 'unknown',
        })
        throw error
      } finally {
        span.end()
      }
    },
  )
}

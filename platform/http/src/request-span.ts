import { context, propagation, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api'
import type { FastifyReply, FastifyRequest } from 'fastify'

const tracer = trace.getTracer('triptych')

/** Runs a request as one span of the caller's trace, or of a new one, and tells the caller which in `traceparent`. */
export function inRequestSpan<T>(
  request: FastifyRequest,
  reply: FastifyReply,
  work: () => Promise<T>,
): Promise<T> {
  const route = request.routeOptions.url ?? 'unknown'
  const parent = propagation.extract(context.active(), request.headers)
  const settings = {
    kind: SpanKind.SERVER,
    attributes: { 'http.request.method': request.method, 'http.route': route },
  }
  return tracer.startActiveSpan(`${request.method} ${route}`, settings, parent, async (span) => {
    const carrier: Record<string, string> = {}
    propagation.inject(context.active(), carrier)
    reply.headers(carrier)
    try {
      return await work()
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR })
      throw error
    } finally {
      span.end()
    }
  })
}

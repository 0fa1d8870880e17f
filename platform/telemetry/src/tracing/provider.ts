import { context, propagation, SpanStatusCode, trace } from '@opentelemetry/api'
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks'
import { W3CTraceContextPropagator } from '@opentelemetry/core'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { resourceFromAttributes } from '@opentelemetry/resources'
import {
  BatchSpanProcessor,
  InMemorySpanExporter,
  ParentBasedSampler,
  SimpleSpanProcessor,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace'
import type { ReadableSpan, SpanProcessor } from '@opentelemetry/sdk-trace'
import { tracePostgres } from './postgres-spans.ts'
import { traceRedis } from './redis-spans.ts'
import { redactingExporter } from './span-redaction.ts'
import type { SpanRecord, Tracing, TracingOptions } from './tracing.ts'

type Exporter = Exclude<TracingOptions['exporter'], { kind: 'none' }>

/** Puts the provider, W3C propagation and the hooks of the data stores into this process. */
export function startProvider(options: TracingOptions & { exporter: Exporter }): Tracing {
  const memory = new InMemorySpanExporter()
  const provider = new TracerProvider({
    resource: resourceFromAttributes({
      'service.name': options.serviceName,
      ...(options.serviceVersion === undefined ? {} : { 'service.version': options.serviceVersion }),
    }),
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(options.sampleRatio ?? 1) }),
    spanProcessors: [processorFor(options.exporter, memory)],
  })
  trace.setGlobalTracerProvider(provider)
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable())
  propagation.setGlobalPropagator(new W3CTraceContextPropagator())
  const undo = [
    traceRedis(),
    ...(options.postgresClient === undefined ? [] : [tracePostgres(options.postgresClient)]),
  ]
  return {
    enabled: true,
    flush: () => provider.forceFlush(),
    finished: () => memory.getFinishedSpans().map(record),
    close: async () => {
      for (const remove of undo) remove()
      await provider.shutdown()
      trace.disable()
      context.disable()
      propagation.disable()
    },
  }
}

function processorFor(exporter: Exporter, memory: InMemorySpanExporter): SpanProcessor {
  if (exporter.kind === 'memory') return new SimpleSpanProcessor({ exporter: redactingExporter(memory) })
  const { url, headers } = exporter
  const otlp = new OTLPTraceExporter(headers === undefined ? { url } : { url, headers: { ...headers } })
  return new BatchSpanProcessor({ exporter: redactingExporter(otlp) })
}

function record(span: ReadableSpan): SpanRecord {
  const { traceId, spanId } = span.spanContext()
  return {
    name: span.name,
    traceId,
    spanId,
    parentSpanId: span.parentSpanContext?.spanId,
    failed: span.status.code === SpanStatusCode.ERROR,
    attributes: span.attributes,
    events: span.events.map((event) => ({ name: event.name, attributes: { ...event.attributes } })),
  }
}

import { context, propagation, trace } from '@opentelemetry/api'
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks'
import { W3CTraceContextPropagator } from '@opentelemetry/core'
import { InMemorySpanExporter, SimpleSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshName, lanes, natsFor, openDatabase, recording, startSystem, transportOf } from './system.ts'

describe.each(lanes)('a trace over $transport on $database', ({ database, transport }) => {
  const exporter = new InMemorySpanExporter()

  beforeAll(() => {
    const provider = new TracerProvider({ spanProcessors: [new SimpleSpanProcessor({ exporter })] })
    trace.setGlobalTracerProvider(provider)
    context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable())
    propagation.setGlobalPropagator(new W3CTraceContextPropagator())
  })
  afterAll(() => {
    trace.disable()
    context.disable()
    propagation.disable()
  })

  it('continues from the write to the handling, with a code and no text when that fails', async () => {
    const [test, nats] = await Promise.all([openDatabase(database), natsFor(transport)])
    const stream = freshName()
    const system = await startSystem({
      test,
      transport: transportOf(transport, nats.url, stream),
      consumers: recording((_value, attempt) => {
        if (attempt === 1) throw new Error('a private sentence')
      }),
    })
    const root = trace.getTracer('test').startSpan('request')
    await context.with(trace.setSpan(context.active(), root), () => system.add(['traced']))
    root.end()
    await system.bus.settle({ advanceTo: system.clock.set })
    const handlings = exporter.getFinishedSpans().filter((span) => span.name === 'handle notes.note.added.v1')
    expect(handlings).toHaveLength(2)
    for (const span of handlings) {
      expect(span.spanContext().traceId).toBe(root.spanContext().traceId)
      expect(span.parentSpanContext?.spanId).toBe(root.spanContext().spanId)
    }
    expect(handlings[0]?.status.message).toBe('Error')
    expect(JSON.stringify(handlings.map((span) => [span.attributes, span.events]))).not.toContain('sentence')
    await system.bus.stop()
    await test.close()
    await nats.removeStream(stream)
    await nats.dispose()
  })
})

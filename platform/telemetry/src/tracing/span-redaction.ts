import { SpanStatusCode, TraceFlags } from '@opentelemetry/api'
import type { Attributes, SpanContext } from '@opentelemetry/api'
import type { ReadableSpan, SpanExporter, TimedEvent } from '@opentelemetry/sdk-trace'
import { hasShape } from '../shapes.ts'
import { stackFrames } from '../stack-frames.ts'
import { admitAttributes, admitName } from './attributes.ts'

/**
 * An exporter that hands on declared attributes only, whoever set them: own code, a library, a remote caller. It
 * stands before every exporter, so there is no way around it.
 */
export const redactingExporter = (inner: SpanExporter): SpanExporter => ({
  export: (spans, done) => {
    inner.export(spans.map(redactSpan), done)
  },
  shutdown: () => inner.shutdown(),
  forceFlush: () => inner.forceFlush?.() ?? Promise.resolve(),
})

function redactSpan(span: ReadableSpan): ReadableSpan {
  const own = plainContext(span.spanContext())
  return {
    name: admitName(span.name),
    kind: span.kind,
    spanContext: () => own,
    ...(span.parentSpanContext === undefined
      ? {}
      : { parentSpanContext: plainContext(span.parentSpanContext) }),
    startTime: span.startTime,
    endTime: span.endTime,
    duration: span.duration,
    ended: span.ended,
    status: { code: span.status.code },
    attributes: { ...failureOf(span), ...admitAttributes(span.attributes) },
    links: span.links.map((link) => ({ context: plainContext(link.context) })),
    events: span.events.map(redactEvent),
    resource: span.resource,
    instrumentationScope: { name: admitScope(span.instrumentationScope.name) },
    droppedAttributesCount: span.droppedAttributesCount,
    droppedEventsCount: span.droppedEventsCount,
    droppedLinksCount: span.droppedLinksCount,
  }
}

/** The message of a status is dropped, unless it is nothing but a code. */
function failureOf({ status }: ReadableSpan): Attributes {
  const { code, message } = status
  return code === SpanStatusCode.ERROR && hasShape('token', message) ? { 'error.type': message } : {}
}

const admitScope = (name: string) => (/^@?[a-z][\w./-]{0,60}$/.test(name) ? name : 'unnamed')

/** Without `tracestate`, which a remote caller fills as it likes. */
const plainContext = (from: SpanContext): SpanContext => ({
  traceId: from.traceId,
  spanId: from.spanId,
  traceFlags: from.traceFlags & TraceFlags.SAMPLED,
  ...(from.isRemote === undefined ? {} : { isRemote: from.isRemote }),
})

function redactEvent(event: TimedEvent): TimedEvent {
  const frames = stackFrames(
    event.attributes?.['exception.stacktrace'],
    event.attributes?.['exception.message'],
  )
  return {
    time: event.time,
    name: event.name === 'exception' ? event.name : admitName(event.name),
    attributes: {
      ...admitAttributes(event.attributes),
      ...(frames.length === 0 ? {} : { 'exception.stacktrace': frames.join('\n') }),
    },
  }
}

import { tracingChannel } from 'node:diagnostics_channel'
import { context, SpanKind, trace } from '@opentelemetry/api'
import type { Span } from '@opentelemetry/api'
import { markFailed } from './spans.ts'

/** What ioredis publishes about a command. Its arguments hold keys and values and are never read. */
interface RedisCommand {
  readonly command: string
  readonly error?: unknown
}

/**
 * Spans for the commands of ioredis, by the channel it publishes on: nothing is patched and the order of imports
 * does not matter. Commands outside a trace (polling, health) make no span. Returns the way to stop.
 */
export function traceRedis(): () => void {
  const channel = tracingChannel<RedisCommand>('ioredis:command')
  const open = new WeakMap<object, Span>()
  const close = (message: RedisCommand) => {
    const span = open.get(message)
    if (span === undefined) return
    if (message.error !== undefined) markFailed(span, message.error)
    span.end()
    open.delete(message)
  }
  const subscribers = {
    start: (message: RedisCommand) => {
      if (trace.getSpan(context.active()) === undefined) return
      const verb = message.command.toUpperCase()
      const attributes = { 'db.system.name': 'redis', 'db.operation.name': verb }
      const span = trace
        .getTracer('triptych')
        .startSpan(`redis ${verb}`, { kind: SpanKind.CLIENT, attributes })
      open.set(message, span)
    },
    end: () => undefined,
    asyncStart: () => undefined,
    asyncEnd: close,
    // A rejection passes `error` and then `asyncEnd`, which sees it on the message.
    error: () => undefined,
  }
  channel.subscribe(subscribers)
  return () => {
    channel.unsubscribe(subscribers)
  }
}

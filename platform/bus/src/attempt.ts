import {
  context as otelContext,
  propagation,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api'
import type { Database, ModuleDatabase } from '@triptych/db'
import { type Clock, type Context, isoTime, type NewId, systemContext } from '@triptych/kernel'
import { errorCodeOf, withTimeLimit } from '@triptych/kernel/server'
import type { Kysely } from 'kysely'
import type { Consumers, Meta } from './consumer.ts'
import type { InboxRow } from './event-row.ts'
import type { BusObserver } from './observer.ts'
import type { RetryPolicy } from './retry.ts'

export interface AttemptOptions<Tables> {
  readonly module: string
  /** For claims, as the relay. */
  readonly database: Database
  /** For effects, as the module. */
  readonly rows: ModuleDatabase<Tables>
  readonly consumers: Consumers<Tables>
  readonly clock: Clock
  readonly newId: NewId
  readonly observer: BusObserver
  readonly retry: RetryPolicy
}

/** Tries one delivery. Returns what went wrong, or undefined when it took effect here or elsewhere. */
export type Attempt = (row: InboxRow) => Promise<{ readonly error: unknown } | undefined>

/** Another worker settled or took over this delivery: its effect is not ours to make. */
class Superseded extends Error {}

const coded = (code: string): Error => Object.assign(new Error(code), { code })

export function createAttempt<Tables>(options: AttemptOptions<Tables>): Attempt {
  const tracer = trace.getTracer('@triptych/bus')
  return async (row) => {
    const carrier = row.traceparent === null ? {} : { traceparent: row.traceparent }
    const parent = propagation.extract(ROOT_CONTEXT, carrier)
    const span = tracer.startSpan(
      `handle ${row.subject}`,
      {
        kind: SpanKind.CONSUMER,
        attributes: {
          'messaging.operation.type': 'process',
          'messaging.destination.name': row.subject,
          'messaging.message.id': row.event_id,
          'messaging.consumer.group.name': `${options.module}.${row.consumer}`,
          'triptych.attempt': row.attempts,
        },
      },
      parent,
    )
    try {
      await otelContext.with(trace.setSpan(parent, span), () => run(options, row))
      return undefined
    } catch (error) {
      if (error instanceof Superseded) return undefined
      span.setStatus({ code: SpanStatusCode.ERROR, message: errorCodeOf(error) })
      return { error }
    } finally {
      span.end()
    }
  }
}

async function run<Tables>(options: AttemptOptions<Tables>, row: InboxRow): Promise<void> {
  // More attempts than allowed were begun and none reported back: each ended its process.
  if (row.attempts > options.retry.attemptsMax) throw coded('bus.never_reported_back')
  const consumer = options.consumers[row.consumer]
  if (consumer === undefined) throw coded('bus.unknown_consumer')
  const startedAt = options.clock.now()
  await withTimeLimit(consumer.timeoutMs, async (signal, inTime) => {
    const context = contextOf(options, row, { timeoutMs: consumer.timeoutMs, signal })
    const meta = metaOf(options.module, row)
    const opened = consumer.open(row.body)
    const prepared = consumer.prepares ? await inTime(opened.prepare(context, meta)) : undefined
    await options.rows.write(context, async (transaction) => {
      await markHandled(transaction.query as unknown as Kysely<InboxTables>, row, isoTime(options.clock))
      await inTime(opened.handle(context, { ...meta, prepared }, transaction))
    })
  })
  const now = options.clock.now()
  options.observer.handled?.({
    module: options.module,
    consumer: row.consumer,
    subject: row.subject,
    durationMs: now - startedAt,
    lagMs: now - Date.parse(row.occurred_at),
  })
}

const metaOf = (module: string, row: InboxRow): Omit<Meta, 'prepared'> => ({
  module,
  id: row.event_id,
  subject: row.subject,
  occurredAt: row.occurred_at,
  attempt: row.attempts,
})

/** The system, limited to the person and the organisation whose fact it is. */
function contextOf<Tables>(
  options: AttemptOptions<Tables>,
  row: InboxRow,
  limits: { readonly timeoutMs: number; readonly signal: AbortSignal },
): Context {
  const base = systemContext({
    clock: options.clock,
    newId: options.newId,
    timeoutMs: limits.timeoutMs,
    requestId: row.event_id,
    ...(row.user_id === null ? {} : { userId: row.user_id }),
  })
  return {
    ...base,
    signal: limits.signal,
    ...(row.organization_id === null
      ? {}
      : { tenant: { organizationId: row.organization_id, role: 'member' as const } }),
  }
}

interface InboxTables {
  inbox: {
    event_id: string
    consumer: string
    state: string
    attempts: number
    done_at: string | null
    last_error: string | null
  }
}

/** Holds the row until the handler's transaction ends, so that of two workers only one can take effect. */
async function markHandled(query: Kysely<InboxTables>, row: InboxRow, now: string): Promise<void> {
  const { numUpdatedRows } = await query
    .updateTable('inbox')
    .set({ state: 'done', done_at: now, last_error: null })
    .where('event_id', '=', row.event_id)
    .where('consumer', '=', row.consumer)
    .where('state', '=', 'pending')
    .where('attempts', '=', row.attempts)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Superseded()
}

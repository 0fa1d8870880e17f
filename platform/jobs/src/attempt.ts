import {
  context as otelContext,
  propagation,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api'
import { type Clock, type Context, type NewId, systemContext } from '@triptych/kernel'
import { errorCodeOf, withTimeLimit } from '@triptych/kernel/server'
import type { JobWithMetadata, PgBoss } from 'pg-boss'
import { type Envelope, envelopeSchema, type JobDefinition } from './job.ts'
import type { JobsObserver } from './observer.ts'

export interface Registered {
  readonly module: string
  readonly definition: JobDefinition
  readonly handler: (context: Context, data: unknown) => Promise<void>
}

export interface AttemptOptions {
  readonly boss: PgBoss
  readonly registered: ReadonlyMap<string, Registered>
  readonly clock: Clock
  readonly newId: NewId
  readonly observer: JobsObserver
}

/** Tries one fetched job and tells the queue how it went; a code is all that is kept of an error. */
export async function attempt(options: AttemptOptions, job: JobWithMetadata<unknown>): Promise<void> {
  const startedAt = options.clock.now()
  const held = { id: job.id, retryCount: job.retryCount }
  try {
    await traced(options, job)
  } catch (cause) {
    const error = errorCodeOf(cause)
    await options.boss.fail(job.name, held, { code: error })
    const fact = { job: job.name, attempt: job.retryCount + 1, error, cause }
    if (job.retryCount >= job.retryLimit) options.observer.failed?.(fact)
    else options.observer.retried?.(fact)
    return
  }
  await options.boss.complete(job.name, held)
  options.observer.done?.({
    job: job.name,
    durationMs: options.clock.now() - startedAt,
    // Times come as our driver reads them: ISO text, though the queue's types say Date.
    waitedMs: Math.max(0, new Date(job.startedOn).getTime() - new Date(job.startAfter).getTime()),
  })
}

async function traced(options: AttemptOptions, job: JobWithMetadata<unknown>): Promise<void> {
  const envelope = envelopeSchema.parse(job.data)
  const carrier = envelope.traceparent === undefined ? {} : { traceparent: envelope.traceparent }
  const parent = propagation.extract(ROOT_CONTEXT, carrier)
  const attributes = { 'triptych.job.id': job.id, 'triptych.attempt': job.retryCount + 1 }
  const span = trace
    .getTracer('@triptych/jobs')
    .startSpan(`job ${job.name}`, { kind: SpanKind.CONSUMER, attributes }, parent)
  try {
    await otelContext.with(trace.setSpan(parent, span), () => run(options, job, envelope))
  } catch (error) {
    span.setStatus({ code: SpanStatusCode.ERROR, message: errorCodeOf(error) })
    throw error
  } finally {
    span.end()
  }
}

async function run(
  options: AttemptOptions,
  job: JobWithMetadata<unknown>,
  envelope: Envelope,
): Promise<void> {
  const entry = options.registered.get(job.name)
  if (entry === undefined) throw Object.assign(new Error(), { code: 'jobs.unknown' })
  const { definition, handler } = entry
  const data = definition.schema.parse(envelope.input)
  await withTimeLimit(definition.timeoutMs, async (signal, inTime) => {
    const base = systemContext({
      clock: options.clock,
      newId: options.newId,
      timeoutMs: definition.timeoutMs,
      requestId: job.id,
      ...(envelope.user_id === undefined ? {} : { userId: envelope.user_id }),
    })
    const organizationId = envelope.organization_id
    const tenant = organizationId === undefined ? {} : { tenant: { organizationId, role: 'member' as const } }
    await inTime(handler({ ...base, ...tenant, signal }, data))
  })
}

import { context as otelContext, propagation } from '@opentelemetry/api'
import type { NewId } from '@triptych/kernel'
import type { Db, PgBoss } from 'pg-boss'
import type { z } from 'zod'
import type { Envelope, JobDefinition } from './job.ts'

/** Whose work a job is: the handler's context is limited to this person and organisation. */
export interface Subject {
  readonly userId?: string
  readonly organizationId?: string
}

/** Parses the payload and wraps it for the queue. */
export function envelopeOf<S extends z.ZodType>(
  job: JobDefinition<S>,
  data: z.input<S>,
  about: Subject,
): Envelope {
  job.schema.parse(data)
  const carrier: { traceparent?: string } = {}
  propagation.inject(otelContext.active(), carrier)
  return {
    input: data,
    ...(about.userId === undefined ? {} : { user_id: about.userId }),
    ...(about.organizationId === undefined ? {} : { organization_id: about.organizationId }),
    ...carrier,
  }
}

/** Adds a job through `db`. Undefined when its `singletonKey` is taken. */
export async function sendJob(
  through: { readonly boss: PgBoss; readonly db: Db; readonly newId: NewId },
  job: { readonly name: string },
  envelope: Envelope,
  options: { readonly startAfter?: string; readonly singletonKey?: string },
): Promise<string | undefined> {
  const id = await through.boss.send(job.name, envelope, {
    db: through.db,
    // The queue holds every job to one per key; a key of its own excludes nothing.
    singletonKey: options.singletonKey ?? through.newId(),
    ...(options.startAfter === undefined ? {} : { startAfter: new Date(options.startAfter) }),
  })
  return id ?? undefined
}

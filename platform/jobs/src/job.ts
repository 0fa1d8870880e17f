import type { Context } from '@triptych/kernel'
import { z } from 'zod'
import { requireReferencesOnly } from './references-only.ts'

export interface JobDefinition<Schema extends z.ZodType = z.ZodType> {
  /** `module.verb_noun`; stable, as waiting jobs are found by it. */
  readonly name: string
  /** The payload: ids, codes, numbers and times, never a person's text. */
  readonly schema: Schema
  /** How long one attempt may take. */
  readonly timeoutMs: number
  readonly retry: {
    /** Attempts after the first. */
    readonly limit: number
    /** Doubles after each failure, from `firstMs` to `maxMs`; whole seconds. */
    readonly backoff: { readonly firstMs: number; readonly maxMs: number }
  }
  /** Whether a job that failed for the last time is kept to be read and replayed. */
  readonly deadLetter: boolean
  /**
   * What a `singletonKey` excludes: another job that still waits (`waiting`, the default: what is asked for while one
   * runs is run after it), or any that is not finished (`unfinished`).
   */
  readonly singleton?: 'waiting' | 'unfinished'
  /** Runs by itself with the payload `{}`. Five fields; missed runs are made up for by one. */
  readonly schedule?: { readonly cron: string; readonly zone: string }
}

/** Declares one job. Throws when its payload could carry a person's text. */
export function defineJob<Schema extends z.ZodType>(
  definition: JobDefinition<Schema>,
): JobDefinition<Schema> {
  if (!/^[a-z][a-z0-9-]*\.[a-z][a-z0-9_]*$/.test(definition.name)) {
    throw new Error(`${definition.name} is no name of a job: write module.verb_noun`)
  }
  requireReferencesOnly(definition.name, definition.schema)
  return definition
}

export type JobCatalogue = Readonly<Record<string, JobDefinition>>

/** A module's jobs by the names its code uses. */
export const defineJobs = <const Jobs extends JobCatalogue>(jobs: Jobs): Jobs => jobs

/** One handler per job. It may run more than once for a job, so its effect must bear that. */
export type JobHandlers<Jobs extends JobCatalogue> = {
  readonly [Key in keyof Jobs]: (context: Context, data: z.output<Jobs[Key]['schema']>) => Promise<void>
}

/** What lies in the queue: the payload, whose work it is, and the trace it belongs to. */
export const envelopeSchema = z.object({
  input: z.unknown(),
  user_id: z.string().optional(),
  organization_id: z.string().optional(),
  traceparent: z.string().optional(),
})
export type Envelope = z.infer<typeof envelopeSchema>

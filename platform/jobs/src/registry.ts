import type { Db } from 'pg-boss'
import type { Registered } from './attempt.ts'
import type { JobCatalogue, JobHandlers } from './job.ts'
import { setRecurrence } from './recurring.ts'
import { envelopeOf } from './sending.ts'

export interface JobModule<Catalogue extends JobCatalogue> {
  readonly module: string
  readonly jobs: Catalogue
  readonly handlers: JobHandlers<Catalogue>
}

export function register<Catalogue extends JobCatalogue>(
  registered: Map<string, Registered>,
  added: JobModule<Catalogue>,
): void {
  for (const [key, definition] of Object.entries(added.jobs)) {
    if (!definition.name.startsWith(`${added.module}.`)) {
      throw new Error(`${definition.name} is no job of ${added.module}: its name begins with the module.`)
    }
    if (registered.has(definition.name)) throw new Error(`${definition.name} is declared twice.`)
    const handler = added.handlers[key] as unknown as Registered['handler']
    registered.set(definition.name, { module: added.module, definition, handler })
  }
}

/** The key of a schedule that a job declares for itself. */
const ownKey = ''

export async function setOwnSchedules(
  db: Db,
  registered: ReadonlyMap<string, Registered>,
  now: number,
): Promise<void> {
  for (const { definition } of registered.values()) {
    if (definition.schedule === undefined) continue
    const payload = envelopeOf(definition, {}, {})
    await setRecurrence(db, { job: definition.name, key: ownKey, ...definition.schedule, payload }, now)
  }
}

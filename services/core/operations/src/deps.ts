import type { Bus } from '@triptych/bus'
import type { ModuleDatabase } from '@triptych/db'
import type { Jobs } from '@triptych/jobs'
import type { Clock } from '@triptych/kernel'

/** What the use-cases of this module may take. */
export interface Deps {
  readonly db: ModuleDatabase<object>
  readonly clock: Clock
  readonly events: Bus['deadLetters']
  readonly jobs: Jobs['deadLetters']
}

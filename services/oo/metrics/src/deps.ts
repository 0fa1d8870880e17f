import type { ModuleDatabase } from '@triptych/db'
import type { Clock } from '@triptych/kernel'
import type { MetricsTables } from './store/tables.ts'

/** What the use-cases of this module may take. */
export interface Deps {
  readonly db: ModuleDatabase<MetricsTables>
  readonly clock: Clock
}

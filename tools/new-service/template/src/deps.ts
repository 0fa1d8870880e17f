import type { ModuleDatabase } from '@triptych/db'
import type { Clock, NewId } from '@triptych/kernel'
import type { TimeZones } from './ports/time-zones.ts'
import type { __Name__Tables } from './store/tables.ts'

/** What the use-cases of this module may take. */
export interface Deps {
  readonly db: ModuleDatabase<__Name__Tables>
  readonly clock: Clock
  readonly newId: NewId
  readonly timeZones: TimeZones
}

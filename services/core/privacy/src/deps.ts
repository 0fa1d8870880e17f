import type { ConfigOf } from '@triptych/config'
import type { ModuleDatabase } from '@triptych/db'
import type { Jobs } from '@triptych/jobs'
import type { Client, Clock, DataHolderContract, NewId } from '@triptych/kernel'
import type { Ciphers } from '@triptych/runtime'
import type { Storage } from '@triptych/storage'
import type { Logger } from '@triptych/telemetry'
import type { privacyConfig } from './config.ts'
import type { PrivacyTables } from './store/tables.ts'

/** Everybody else who holds something about people, by the module's name. */
export type Holders = Readonly<Record<string, Client<DataHolderContract>>>

/** What the use-cases of this module may take. */
export interface Deps {
  readonly db: ModuleDatabase<PrivacyTables>
  readonly clock: Clock
  readonly newId: NewId
  readonly logger: Logger
  readonly ciphers: Ciphers
  readonly storage: Storage
  readonly jobs: Jobs
  readonly config: ConfigOf<typeof privacyConfig>
  readonly holders: Holders
}

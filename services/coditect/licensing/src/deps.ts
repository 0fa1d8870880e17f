import type { billingContract } from '@triptych/billing/contract'
import type { ConfigOf } from '@triptych/config'
import type { ModuleDatabase } from '@triptych/db'
import type { identityContract } from '@triptych/identity/contract'
import type { Jobs } from '@triptych/jobs'
import type { Client, Clock, NewId } from '@triptych/kernel'
import type { Kv } from '@triptych/kv'
import type { notificationsContract } from '@triptych/notifications/contract'
import type { Ciphers } from '@triptych/runtime'
import type { Metrics } from '@triptych/telemetry'
import type { licensingConfig } from './config.ts'
import type { KeysAtRest } from './key-at-rest.ts'
import type { Seats } from './ports/seats.ts'
import type { Leases } from './signing/leases.ts'
import type { SignLicenseFile } from './signing/license-files.ts'
import type { SigningKeys } from './signing/signing-keys.ts'
import type { LicensingTables } from './store/tables.ts'

/** What the use-cases of this module may take. */
export interface Deps {
  readonly db: ModuleDatabase<LicensingTables>
  readonly clock: Clock
  readonly newId: NewId
  readonly kv: Kv
  readonly jobs: Jobs
  readonly ciphers: Ciphers
  readonly metrics: Metrics
  readonly config: ConfigOf<typeof licensingConfig>
  readonly identity: Client<typeof identityContract>
  readonly billing: Client<typeof billingContract>
  readonly notifications: Client<typeof notificationsContract>
  readonly seats: Seats
  readonly keysAtRest: KeysAtRest
  readonly signingKeys: SigningKeys
  readonly leases: Leases
  readonly signFile: SignLicenseFile
  readonly publicUrl: string
}

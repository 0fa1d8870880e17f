import type { ModuleDatabase } from '@triptych/db'
import type { identityContract } from '@triptych/identity/contract'
import type { Jobs } from '@triptych/jobs'
import type { Client, Clock, NewId } from '@triptych/kernel'
import type { Ciphers } from '@triptych/runtime'
import type { Logger, Metrics } from '@triptych/telemetry'
import type { ConnectorRegistry } from './connectors/index.ts'
import type { BoxKeys } from './keys.ts'
import type { IntegrationsTables } from './store/tables.ts'

/** What the use-cases of this module may take. */
export interface Deps {
  readonly db: ModuleDatabase<IntegrationsTables>
  readonly clock: Clock
  readonly newId: NewId
  readonly logger: Logger
  readonly metrics: Metrics
  readonly jobs: Jobs
  readonly ciphers: Ciphers
  readonly identity: Client<typeof identityContract>
  readonly connectors: ConnectorRegistry
  /** Opens what is in use. */
  readonly connectorKeys: BoxKeys
  /** Opens nothing but what is being taken back. */
  readonly revocationKeys: BoxKeys
  readonly secret: string
  readonly publicUrl: string
}

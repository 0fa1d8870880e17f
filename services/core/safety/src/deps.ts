import type { aiGatewayContract } from '@triptych/ai-gateway/contract'
import type { ModuleDatabase } from '@triptych/db'
import type { identityContract } from '@triptych/identity/contract'
import type { Client, Clock, NewId } from '@triptych/kernel'
import type { Ciphers } from '@triptych/runtime'
import type { Logger, Metrics } from '@triptych/telemetry'
import type { SafetyTables } from './store/tables.ts'

/** What the use-cases of this module may take. */
export interface Deps {
  readonly db: ModuleDatabase<SafetyTables>
  readonly clock: Clock
  readonly newId: NewId
  readonly logger: Logger
  readonly metrics: Metrics
  readonly ciphers: Ciphers
  readonly identity: Client<typeof identityContract>
  readonly gateway: Client<typeof aiGatewayContract>
}

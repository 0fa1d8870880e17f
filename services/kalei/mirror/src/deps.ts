import type { aiGatewayContract } from '@triptych/ai-gateway/contract'
import type { billingContract } from '@triptych/billing/contract'
import type { ModuleDatabase } from '@triptych/db'
import type { Client, Clock, NewId } from '@triptych/kernel'
import type { Kv } from '@triptych/kv'
import type { Ciphers } from '@triptych/runtime'
import type { SafetyGate } from '@triptych/safety/gate'
import type { Logger } from '@triptych/telemetry'
import type { MirrorTables } from './store/tables.ts'

/** What the use-cases of this module may take. */
export interface Deps {
  readonly db: ModuleDatabase<MirrorTables>
  readonly kv: Kv
  readonly clock: Clock
  readonly newId: NewId
  readonly logger: Logger
  readonly ciphers: Ciphers
  readonly safety: SafetyGate
  readonly billing: Client<typeof billingContract>
  readonly gateway: Client<typeof aiGatewayContract>
}

import type { ModuleDatabase } from '@triptych/db'
import type { identityContract } from '@triptych/identity/contract'
import type { Jobs } from '@triptych/jobs'
import type { Client, Clock, NewId } from '@triptych/kernel'
import type { Kv } from '@triptych/kv'
import type { notificationsContract } from '@triptych/notifications/contract'
import type { Ciphers } from '@triptych/runtime'
import type { Logger, Metrics } from '@triptych/telemetry'
import type { Entitlements } from './entitlements.ts'
import type { StripePort } from './ports/stripe.ts'
import type { BillingTables } from './store/tables.ts'

/** What the use-cases of this module may take. */
export interface Deps {
  readonly db: ModuleDatabase<BillingTables>
  readonly clock: Clock
  readonly newId: NewId
  readonly logger: Logger
  readonly metrics: Metrics
  readonly jobs: Jobs
  readonly kv: Kv
  readonly ciphers: Ciphers
  readonly identity: Client<typeof identityContract>
  readonly notifications: Client<typeof notificationsContract>
  readonly entitlements: Entitlements
  /** Undefined where there is neither a key nor the sandbox. */
  readonly stripe: StripePort | undefined
  readonly webhookSecrets: readonly string[]
  /** Addresses that a checkout may return to. */
  readonly returnOrigins: ReadonlySet<string>
  readonly publicUrl: string
}

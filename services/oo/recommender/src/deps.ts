import type { ModuleDatabase } from '@triptych/db'
import type { identityContract } from '@triptych/identity/contract'
import type { integrationsContract } from '@triptych/integrations/contract'
import type { Jobs } from '@triptych/jobs'
import type { Client, Clock, NewId } from '@triptych/kernel'
import type { notificationsContract } from '@triptych/notifications/contract'
import type { Policy } from '@triptych/oo-policies'
import type { Ciphers } from '@triptych/runtime'
import type { Logger, Metrics } from '@triptych/telemetry'
import type { Scorer } from './ports/scorer.ts'
import type { Shadows } from './ports/shadows.ts'
import type { CandidateSource } from './sources/source.ts'
import type { RecommenderTables } from './store/tables.ts'

/** What the use-cases of this module may take. */
export interface Deps {
  readonly db: ModuleDatabase<RecommenderTables>
  readonly clock: Clock
  readonly newId: NewId
  readonly logger: Logger
  readonly metrics: Metrics
  readonly jobs: Jobs
  readonly ciphers: Ciphers
  readonly identity: Client<typeof identityContract>
  readonly integrations: Client<typeof integrationsContract>
  readonly notifications: Client<typeof notificationsContract>
  readonly sources: readonly CandidateSource[]
  readonly scorer: Scorer
  readonly shadows: Shadows
  readonly settings: {
    readonly policy: Policy
    readonly shadowPolicies: readonly Policy[]
    readonly epsilon: number
  }
}

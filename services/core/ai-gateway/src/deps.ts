import type { ModuleDatabase } from '@triptych/db'
import type { Clock } from '@triptych/kernel'
import type { Budgets } from './domain/budgets.ts'
import type { Generation } from './generation/generation.ts'
import type { CanaryBook } from './ledger/canary-book.ts'
import type { AiGatewayTables } from './store/tables.ts'

/** What the use-cases of this module may take. */
export interface Deps {
  readonly db: ModuleDatabase<AiGatewayTables>
  readonly clock: Clock
  readonly generation: Generation
  readonly budgets: Budgets
  readonly canary: CanaryBook | undefined
}

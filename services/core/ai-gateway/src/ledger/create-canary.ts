import type { ModuleDatabase } from '@triptych/db'
import type { Clock, NewId } from '@triptych/kernel'
import type { Logger } from '@triptych/telemetry'
import type { Canary } from '../domain/canary.ts'
import type { Lane } from '../lanes/lane.ts'
import type { AiGatewayTables } from '../store/tables.ts'
import { type CanaryBook, createCanaryBook } from './canary-book.ts'

interface Settings {
  readonly AI_LANES: readonly Lane[]
  readonly AI_CANARY?: Canary | undefined
}

interface Deps {
  readonly db: ModuleDatabase<AiGatewayTables>
  readonly clock: Clock
  readonly newId: NewId
  readonly logger: Logger
}

/** The configured trial, if there is one. Throws when it names no lane or leaves none to compare with. */
export function createCanary(settings: Settings, { db, clock, newId, logger }: Deps): CanaryBook | undefined {
  const { AI_CANARY: canary, AI_LANES: lanes } = settings
  if (canary === undefined) return undefined
  const chosen = lanes.find(({ id }) => id === canary.lane)
  const baseline = lanes.find(({ id }) => id !== canary.lane)
  if (chosen === undefined || baseline === undefined) {
    throw new Error('AI_CANARY must name one of AI_LANES, and AI_LANES must hold another one beside it.')
  }
  return createCanaryBook(
    canary,
    { canary: chosen, baseline },
    {
      db,
      clock,
      newId,
      onRollback: (lane, reason) => logger.error({ lane, reason }, 'ai_gateway.canary_rolled_back'),
    },
  )
}

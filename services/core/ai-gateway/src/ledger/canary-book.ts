import { createHash } from 'node:crypto'
import type { ModuleDatabase } from '@triptych/db'
import { type Clock, type NewId, systemContext } from '@triptych/kernel'
import type { Kysely } from 'kysely'
import { type ArmFigures, type Canary, fractionOf, rollbackReason } from '../domain/canary.ts'
import type { Lane } from '../lanes/lane.ts'
import { addFigures, type Figures, findRollback, insertRollback, readFigures } from '../store/budgets.ts'
import type { AiGatewayTables, Arm, UsageEvent } from '../store/tables.ts'

/** The trial of one canary: who takes part, how both arms do, and whether it was ended. */
export interface CanaryBook {
  readonly trial: string
  readonly settings: Canary
  /** Whether this request goes to the canary first. */
  takes(requestId: string): Promise<boolean>
  /** Adds attempts to the figures and ends the trial when they say so. Runs inside the ledger's transaction. */
  record(query: Kysely<AiGatewayTables>, events: readonly UsageEvent[], now: number): Promise<void>
}

export interface CanaryBookDeps {
  readonly db: ModuleDatabase<AiGatewayTables>
  readonly clock: Clock
  readonly newId: NewId
  readonly onRollback: (lane: string, reason: string) => void
}

/** How long another process may not know that a trial has ended. */
const rememberMs = 5_000

const failed: ReadonlySet<string> = new Set(['retryable', 'lane_down', 'bad_request', 'timeout'])
const invalid: ReadonlySet<string> = new Set(['invalid_output', 'truncated'])

/** Any change of the lane begins a new trial. */
const trialOf = (lane: Lane): string =>
  `${lane.id}:${createHash('sha256').update(JSON.stringify(lane)).digest('hex').slice(0, 12)}`

export function createCanaryBook(
  settings: Canary,
  lanes: { readonly canary: Lane; readonly baseline: Lane },
  deps: CanaryBookDeps,
): CanaryBook {
  const { db, clock, newId } = deps
  const trial = trialOf(lanes.canary)
  let isEnded = false
  let readAt = Number.NEGATIVE_INFINITY

  const refresh = async () => {
    readAt = clock.now()
    const found = await db.read(systemContext({ clock, newId }), (query) => findRollback(query, trial))
    isEnded = found !== undefined
  }
  const armOf = (lane: string): Arm | undefined => {
    if (lane === lanes.canary.id) return 'canary'
    return lane === lanes.baseline.id ? 'baseline' : undefined
  }
  return {
    trial,
    settings,
    async takes(requestId) {
      if (fractionOf(requestId) >= settings.share) return false
      if (!isEnded && clock.now() - readAt >= rememberMs) await refresh()
      return !isEnded
    },
    async record(query, events, now) {
      const arms = (['canary', 'baseline'] as const).flatMap((arm) => {
        const own = events.filter((event) => armOf(event.lane) === arm)
        return own.length === 0 ? [] : [{ arm, figures: figuresOf(own) }]
      })
      for (const { arm, figures } of arms) await addFigures(query, trial, arm, figures)
      if (isEnded || !arms.some(({ arm }) => arm === 'canary')) return
      const reason = await judge(query, settings, trial)
      if (reason === undefined) return
      isEnded = true
      const isOurs = await insertRollback(query, trial, reason, new Date(now).toISOString())
      if (isOurs) deps.onRollback(lanes.canary.id, reason)
    },
  }
}

const figuresOf = (events: readonly UsageEvent[]): Figures => ({
  calls: events.length,
  errors: events.filter(({ outcome }) => failed.has(outcome)).length,
  invalid: events.filter(({ outcome }) => invalid.has(outcome)).length,
  cost: events.reduce((sum, { cost }) => sum + cost, 0),
})

const none: ArmFigures = { calls: 0, errors: 0, invalid: 0, cost: 0 }

async function judge(query: Kysely<AiGatewayTables>, settings: Canary, trial: string) {
  const rows = await readFigures(query, trial)
  const of = (arm: Arm): ArmFigures => rows.find((row) => row.arm === arm) ?? none
  return rollbackReason(settings, of('canary'), of('baseline'))
}

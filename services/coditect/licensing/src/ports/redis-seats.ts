import type { ModuleDatabase } from '@triptych/db'
import { type Clock, type Context, type NewId, systemContext } from '@triptych/kernel'
import type { Logger } from '@triptych/telemetry'
import { findLicense } from '../store/licenses.ts'
import { recordHeartbeats } from '../store/seat-copies.ts'
import { licensesToSweep } from '../store/sessions.ts'
import type { LicensingTables } from '../store/tables.ts'
import {
  acquireOnCopy,
  beatOnCopy,
  type CopyStepOptions,
  releaseOnCopy,
  sweepOne,
  type Undecided,
} from './copy-steps.ts'
import { createHeartbeatBatch, type HeartbeatBatch } from './heartbeat-batch.ts'
import { createKnownEpochs, type KnownEpochs } from './known-epochs.ts'
import { type Availability, createAvailability } from './redis-availability.ts'
import type { SeatCopies } from './redis-seat-copy.ts'
import { createMoveToRedis, mayMoveToRedis, type MoveToRedis } from './move-to-redis.ts'
import { inPostgres, type MoveToPostgres } from './seats-in-postgres.ts'
import { inOrganization, type LicenseRef, type Seats } from './seats.ts'

export interface RedisSeatsOptions {
  readonly db: ModuleDatabase<LicensingTables>
  readonly clock: Clock
  readonly newId: NewId
  readonly logger: Logger
  readonly copies: SeatCopies
  /** Where the seats are decided while Redis does not answer. */
  readonly postgres: Seats
  readonly moveToPostgres: MoveToPostgres
  readonly onMoved?: ((to: 'redis' | 'postgres') => void) | undefined
}

export interface RedisSeats extends Seats {
  /** Resolves once the heartbeats that wait are written down, or were tried. */
  flush(): Promise<void>
}

/** Seats that Redis grants and Postgres confirms, and Postgres alone while Redis is away. */
export function createRedisSeats(options: RedisSeatsOptions): RedisSeats {
  const { postgres } = options
  const parts = partsOf(options)
  const { moveToRedis, batch, availability, known, steps } = parts
  const wherever = createRouter(options, parts)
  return {
    acquire: (context, request, witness) =>
      wherever(context, request, {
        onCopy: (epoch) => acquireOnCopy(steps, { context, witness, epoch }, request),
        inPostgres: () => postgres.acquire(context, request, witness),
      }),
    heartbeat: (context, session, witness) =>
      wherever(context, session, {
        onCopy: (epoch) => beatOnCopy(steps, { context, witness, epoch }, session),
        inPostgres: () => postgres.heartbeat(context, session, witness),
      }),
    release: (context, session, reason, witness) =>
      wherever(context, session, {
        onCopy: (epoch) => releaseOnCopy(steps, { context, witness, epoch }, session, reason),
        inPostgres: () => postgres.release(context, session, reason, witness),
      }),
    async changed(context, license) {
      known.forget(license.licenseId)
      const row = await find(options, context, license)
      if (row?.copy_epoch != null && availability.isUp()) await moveToRedis(context, license)
    },
    async sweep(context, witness) {
      const now = new Date(options.clock.now()).toISOString()
      const places = await options.db.read(context, (query) => licensesToSweep(query, now, sweptAtOnce))
      let swept = 0
      for (const license of places) {
        const row = await find(options, context, license)
        const epoch = row?.copy_epoch ?? null
        const ended = await availability.ask(() => sweepOne(steps, { context, witness, epoch }, license))
        swept += typeof ended === 'number' ? ended : 0
      }
      return swept
    },
    flush: () => batch.flush(),
  }
}

const sweptAtOnce = 500

interface Parts {
  readonly availability: Availability
  readonly known: KnownEpochs
  readonly moveToRedis: MoveToRedis
  readonly batch: HeartbeatBatch
  readonly steps: CopyStepOptions
}

function partsOf(options: RedisSeatsOptions): Parts {
  const { db, clock, newId, logger, copies, moveToPostgres } = options
  const availability = createAvailability(() => copies.ping())
  const known = createKnownEpochs(clock)
  const batch = createHeartbeatBatch(
    async (beats) => {
      const epochs = await db.write(systemContext({ clock, newId }), ({ query }) =>
        recordHeartbeats(query, beats),
      )
      // A copy that Postgres has left behind would go on answering heartbeats.
      for (const { license_id: licenseId, epoch } of epochs)
        if (known.get(licenseId) === epoch) known.set(licenseId, epoch)
        else known.forget(licenseId)
    },
    (error) => logger.error({ error }, 'licensing.heartbeats_not_recorded'),
  )
  const moveToRedis = createMoveToRedis({ ...options, availability })
  return {
    availability,
    known,
    moveToRedis,
    batch,
    steps: { db, clock, newId, copies, batch, moveToPostgres },
  }
}

interface Ways<T> {
  onCopy(epoch: number): Promise<T | Undecided>
  inPostgres(): Promise<T>
}

const triesMax = 5

/** Decides on the copy in Redis that may grant, or in Postgres where there is none. */
function createRouter(options: RedisSeatsOptions, parts: Parts) {
  const { availability, known, moveToRedis } = parts

  const epochOf = async (context: Context, license: LicenseRef): Promise<number | undefined> => {
    const row = await find(options, context, license)
    if (row === undefined || !mayMoveToRedis(row, options.clock.now())) return undefined
    const epoch = row.copy_epoch === row.epoch ? row.epoch : await moveToRedis(context, license)
    if (epoch !== undefined) known.set(license.licenseId, epoch)
    return epoch
  }

  return async <T>(context: Context, license: LicenseRef, { onCopy, inPostgres: decide }: Ways<T>) => {
    for (let tries = 0; tries < triesMax && availability.isUp(); tries += 1) {
      const epoch = known.get(license.licenseId) ?? (await epochOf(context, license))
      if (epoch === undefined) break
      const answer = await availability.ask(() => onCopy(epoch))
      if (answer !== undefined && !isUndecided(answer)) return answer
      known.forget(license.licenseId)
      if (answer === 'stale') await moveToRedis(context, license, epoch)
    }
    return inPostgres(decide, () => options.moveToPostgres(context, license))
  }
}

const isUndecided = (answer: unknown): answer is Undecided => answer === 'stale' || answer === 'moved'

const find = ({ db }: RedisSeatsOptions, context: Context, { licenseId, organizationId }: LicenseRef) =>
  db.readOne(inOrganization(context, organizationId), (query) => findLicense(query, licenseId))

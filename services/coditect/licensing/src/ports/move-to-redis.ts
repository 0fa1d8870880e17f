import { type Context, isoTime } from '@triptych/kernel'
import { holdMsOf } from '../domain/lease-times.ts'
import type { LicenseRef } from '../domain/references.ts'
import { statusAt } from '../domain/standing.ts'
import { lockLicense } from '../store/licenses.ts'
import { holdSeats, moveSeats } from '../store/seat-copies.ts'
import { openSessions } from '../store/sessions.ts'
import type { LicenseRow, SessionRow } from '../store/tables.ts'
import type { Availability } from './redis-availability.ts'
import type { CopyTerms, LoadedSeat, SeatCopies } from './redis-seat-copy.ts'
import type { MoveOptions } from './seats-in-postgres.ts'
import { inOrganization } from './seats.ts'
import { createShared } from './shared-work.ts'

export interface MoveToRedisOptions extends MoveOptions {
  readonly copies: SeatCopies
  readonly availability: Availability
}

/** The epoch under which Redis grants from now on; undefined where Postgres does. `missing` is one that Redis lost. */
export type MoveToRedis = (
  context: Context,
  license: LicenseRef,
  missing?: number,
) => Promise<number | undefined>

/** A licence stays so long in Postgres: two processes that disagree about Redis would else move it with every call. */
const staysMs = 2_000

/** Whether Redis may be asked to grant its seats (again). */
export const mayMoveToRedis = (license: LicenseRow, now: number): boolean =>
  statusAt(license, now) === 'active' &&
  (license.copy_epoch !== null ||
    license.seats_moved_at === null ||
    Date.parse(license.seats_moved_at) + staysMs <= now)

/** Makes Redis the one that grants, from a copy that is made under the licence's lock. */
export function createMoveToRedis(options: MoveToRedisOptions): MoveToRedis {
  const shared = createShared<Placed>()
  return async (context, license, missing) => {
    const move = async () => {
      const placed = await toRedis(options, context, license, missing)
      if (placed.movedTo !== undefined) options.onMoved?.(placed.movedTo)
      return placed
    }
    return (await shared(`${license.licenseId}:${missing}`, move)).epoch
  }
}

/** Where the seats are; with the epoch of the copy when that is Redis. */
interface Placed {
  readonly epoch?: number
  readonly movedTo?: 'redis' | 'postgres'
}

function toRedis(
  options: MoveToRedisOptions,
  context: Context,
  { licenseId, organizationId }: LicenseRef,
  missing: number | undefined,
): Promise<Placed> {
  return options.db.write(inOrganization(context, organizationId), async ({ query }) => {
    const license = await lockLicense(query, licenseId)
    const now = options.clock.now()
    if (license === undefined || !mayMoveToRedis(license, now)) return {}
    const { epoch, copy_epoch: copyEpoch } = license
    if (copyEpoch === epoch && epoch !== missing) return { epoch }
    if (copyEpoch !== null && copyEpoch < epoch) {
      const open = await openSessions(query, licenseId)
      if (await follow(options, license, copyEpoch, open)) {
        await moveSeats(query, licenseId, { epoch, copy_epoch: epoch })
        return { epoch }
      }
    }
    const held =
      copyEpoch === null
        ? await openSessions(query, licenseId)
        : // The copy is lost, and with it what it knew of heartbeats: whoever may still be there is held for a whole lease.
          await holdSeats(query, license, now)
    const next = epoch + 1
    const isLoaded = await load(options, license, held, now)
    // Committed whatever Redis said: an epoch that was offered to it is never offered again.
    await moveSeats(query, licenseId, {
      epoch: next,
      copy_epoch: isLoaded ? next : null,
      seats_moved_at: isoTime(options.clock),
    })
    return isLoaded ? { epoch: next, movedTo: 'redis' } : { movedTo: 'postgres' }
  })
}

/** Takes the copy along to the licence's epoch, onto its terms and without those whose sessions have ended. */
async function follow(
  { copies, clock, availability }: MoveToRedisOptions,
  license: LicenseRow,
  copyEpoch: number,
  open: readonly SessionRow[],
): Promise<boolean> {
  const copy = { licenseId: license.id, epoch: copyEpoch }
  const sessions = open.map(({ id }) => id)
  const answer = await availability.ask(() =>
    copies.renew(copy, license.epoch, termsOf(license, clock.now()), sessions),
  )
  return answer === 'renewed'
}

async function load(
  { copies, availability }: MoveToRedisOptions,
  license: LicenseRow,
  held: readonly SessionRow[],
  now: number,
): Promise<boolean> {
  const copy = { licenseId: license.id, epoch: license.epoch + 1 }
  const seats = held.map((row) => seatOf(row, now))
  return (await availability.ask(() => copies.load(copy, termsOf(license, now), seats))) === 'loaded'
}

const seatOf = (row: SessionRow, now: number): LoadedSeat => ({
  machine: row.machine,
  session: row.id,
  startedAt: Date.parse(row.started_at),
  restMs: Date.parse(row.held_until) - now,
})

function termsOf(license: LicenseRow, now: number): CopyTerms {
  const { grace_period_ends_at: grace } = license
  return {
    limit: license.max_concurrent_seats,
    holdMs: holdMsOf(license),
    usableMs: grace === null ? null : Date.parse(grace) - now,
  }
}

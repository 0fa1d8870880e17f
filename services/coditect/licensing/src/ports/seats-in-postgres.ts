import type { ModuleDatabase } from '@triptych/db'
import { type Clock, type Context, isoTime } from '@triptych/kernel'
import type { LicenseRef } from '../domain/references.ts'
import { lockLicense } from '../store/licenses.ts'
import { holdSeats, moveSeats } from '../store/seat-copies.ts'
import type { LicensingTables } from '../store/tables.ts'
import { inOrganization } from './seats.ts'
import { createShared } from './shared-work.ts'

/** Redis may grant these seats: nothing is decided in Postgres until they have been moved there. */
export class SeatsElsewhere extends Error {}

const triesMax = 5

/** Decides in Postgres, and moves the seats there as often as others move them away. */
export async function inPostgres<T>(decide: () => Promise<T>, move: () => Promise<void>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await decide()
    } catch (error) {
      if (!(error instanceof SeatsElsewhere) || tries === triesMax) throw error
      await move()
    }
  }
}

export interface MoveOptions {
  readonly db: ModuleDatabase<LicensingTables>
  readonly clock: Clock
  readonly onMoved?: ((to: 'redis' | 'postgres') => void) | undefined
}

export type MoveToPostgres = (context: Context, license: LicenseRef) => Promise<void>

/**
 * Makes Postgres the one that grants. What Redis knew of heartbeats is out of reach, so everybody who may hold a seat is
 * counted for the whole of a lease from now: nobody who has one loses it.
 */
export function createMoveToPostgres({ db, clock, onMoved }: MoveOptions): MoveToPostgres {
  const shared = createShared<void>()
  return (context, { licenseId, organizationId }) =>
    shared(licenseId, async () => {
      const moved = await db.write(inOrganization(context, organizationId), async ({ query }) => {
        const license = await lockLicense(query, licenseId)
        if (license === undefined || license.copy_epoch === null) return false
        await holdSeats(query, license, clock.now())
        const to = { epoch: license.epoch + 1, copy_epoch: null, seats_moved_at: isoTime(clock) }
        await moveSeats(query, licenseId, to)
        return true
      })
      if (moved) onMoved?.('postgres')
    })
}

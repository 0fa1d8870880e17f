import type { Context } from '@triptych/kernel'
import { auditOf } from './audit.ts'
import type { Deps } from './deps.ts'
import { seatWitness } from './seat-witness.ts'
import { forgetAddresses } from './store/sessions.ts'

const dayMs = 24 * 3_600_000
/** Addresses and programs of sessions are kept for so long after their end. */
const addressesMs = 30 * dayMs

/** Writes down which sessions time has ended. */
export const sweepSeats =
  (deps: Deps) =>
  async (context: Context): Promise<void> => {
    const audit = await auditOf(deps, context, '')
    await deps.seats.sweep(context, seatWitness(deps, audit))
  }

export const retain =
  ({ db, clock }: Pick<Deps, 'db' | 'clock'>) =>
  async (context: Context): Promise<void> => {
    const before = new Date(clock.now() - addressesMs).toISOString()
    await db.write(context, ({ query }) => forgetAddresses(query, before))
  }

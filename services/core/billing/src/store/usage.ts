import { lockByName } from '@triptych/db'
import type { Kysely } from 'kysely'
import type { UsageWindow } from '../domain/windows.ts'
import type { Meter } from '../domain/plan.ts'
import type { BillingTables } from './tables.ts'

type Query = Kysely<BillingTables>

const iso = (at: number): string => new Date(at).toISOString()

/** Uses in the window: those settled, and reservations that have not ended. */
export async function countUsage(
  query: Query,
  userId: string,
  meter: Meter,
  at: { window: UsageWindow; now: number },
) {
  const row = await query
    .selectFrom('usage')
    .select((eb) => eb.fn.countAll<number>().as('used'))
    .where('user_id', '=', userId)
    .where('meter', '=', meter)
    .where('used_at', '>=', iso(at.window.startsAt))
    .where((eb) => eb.or([eb('reserved_until', 'is', null), eb('reserved_until', '>', iso(at.now))]))
    .executeTakeFirstOrThrow()
  return row.used
}

/** Reservations whose work never came; the same one may then be made again. */
export const dropEndedReservations = (query: Query, userId: string, now: number) =>
  query.deleteFrom('usage').where('user_id', '=', userId).where('reserved_until', '<=', iso(now)).execute()

/** One reservation of a person at a time, so that parallel ones cannot pass a limit together. */
export const lockUsage = (query: Query, userId: string) => lockByName(query, `billing.usage:${userId}`)

import type { Kysely } from 'kysely'
import type { Meter } from '../domain/plan.ts'
import type { UsageClock } from '../domain/usage-clock.ts'
import type { BillingTables } from './tables.ts'

type Query = Kysely<BillingTables>

export async function findUsageClock(
  query: Query,
  userId: string,
  meter: Meter,
): Promise<UsageClock | undefined> {
  const row = await query
    .selectFrom('usage_clocks')
    .selectAll()
    .where('user_id', '=', userId)
    .where('meter', '=', meter)
    .executeTakeFirst()
  if (row === undefined) return undefined
  return {
    timeZone: row.time_zone,
    windowEndsAt: Date.parse(row.window_ends_at),
    movedAt: row.moved_at === null ? null : Date.parse(row.moved_at),
  }
}

export async function keepUsageClock(query: Query, userId: string, meter: Meter, clock: UsageClock) {
  const values = {
    time_zone: clock.timeZone,
    window_ends_at: new Date(clock.windowEndsAt).toISOString(),
    moved_at: clock.movedAt === null ? null : new Date(clock.movedAt).toISOString(),
  }
  await query
    .insertInto('usage_clocks')
    .values({ user_id: userId, meter, ...values })
    .onConflict((conflict) => conflict.columns(['user_id', 'meter']).doUpdateSet(values))
    .execute()
}

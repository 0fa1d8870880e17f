import type { Kysely } from 'kysely'
import type { QuietHours } from '../domain/quiet-hours.ts'
import type { NotificationsTables, PreferencesRow } from './tables.ts'

type Query = Kysely<NotificationsTables>

/** What holds for a person who has changed nothing. */
export const unchanged = (userId: string, now: string): PreferencesRow => ({
  user_id: userId,
  categories_off: [],
  quiet_enabled: false,
  quiet_start: '22:00',
  quiet_end: '07:00',
  time_zone: 'UTC',
  updated_at: now,
  pushes_off: [],
})

export const findPreferences = (query: Query, userId: string) =>
  query.selectFrom('preferences').selectAll().where('user_id', '=', userId).executeTakeFirst()

/** Held until the transaction ends, so that two changes do not undo each other. */
export async function lockPreferences(query: Query, userId: string, now: string): Promise<PreferencesRow> {
  await query
    .insertInto('preferences')
    .values(unchanged(userId, now))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return query
    .selectFrom('preferences')
    .selectAll()
    .where('user_id', '=', userId)
    .forUpdate()
    .executeTakeFirstOrThrow()
}

export const savePreferences = (query: Query, row: PreferencesRow) =>
  query.updateTable('preferences').set(row).where('user_id', '=', row.user_id).execute()

export const quietHoursOf = (row: PreferencesRow): QuietHours => ({
  enabled: row.quiet_enabled,
  start: row.quiet_start,
  end: row.quiet_end,
  timeZone: row.time_zone,
})

import { type Kysely, sql } from 'kysely'
import { graceMs, holdMsOf, seatMs } from '../domain/lease-times.ts'
import type { LicenseRow, LicensingTables, SessionRow } from './tables.ts'

type Query = Kysely<LicensingTables>

/** Holds the licence as it is, beside others who do the same: none of them is there when its epoch is raised. */
export const shareLicense = (query: Query, licenseId: string): Promise<LicenseRow | undefined> =>
  query.selectFrom('licenses').selectAll().where('id', '=', licenseId).forShare().executeTakeFirst()

/** Who may grant from now on. */
export const moveSeats = (
  query: Query,
  licenseId: string,
  to: Pick<LicenseRow, 'epoch' | 'copy_epoch'> & Partial<Pick<LicenseRow, 'seats_moved_at'>>,
) => query.updateTable('licenses').set(to).where('id', '=', licenseId).execute()

/** A heartbeat that Redis answered is in Postgres within so long, if that answers. */
const recordedWithinMs = 30_000

/**
 * Whoever may hold a seat holds it for a whole lease from now: where a copy is lost, so are its last heartbeats. Whose time
 * has long been over is held only while there is room, as it would take the seat of somebody who has one.
 */
export async function holdSeats(query: Query, license: LicenseRow, now: number): Promise<SessionRow[]> {
  const time = (ms: number) => new Date(ms).toISOString()
  const { rows } = await sql<SessionRow>`
    with open as (
      select id, held_until > ${time(now - recordedWithinMs)} as may_hold,
             row_number() over (order by held_until desc, id) as place
        from sessions where license_id = ${license.id} and ended_at is null
    )
    update sessions s set held_until = greatest(s.held_until, ${time(now + holdMsOf(license))}::timestamptz)
      from open where s.id = open.id and (open.may_hold or open.place <= ${license.max_concurrent_seats})
    returning s.*`.execute(query)
  return rows
}

/** Ends the sessions that a copy dropped, and what the machine had before this one. */
export async function endDropped(
  query: Query,
  licenseId: string,
  dropped: { sessions: readonly string[]; machine: string; now: string; except: string },
): Promise<SessionRow[]> {
  const open = query
    .updateTable('sessions')
    .set({ ended_at: dropped.now, end_reason: 'expired' })
    .where('license_id', '=', licenseId)
    .where('ended_at', 'is', null)
    .where('id', '<>', dropped.except)
  const [own, others] = await Promise.all([
    open.where('machine', '=', dropped.machine).returningAll().execute(),
    dropped.sessions.length === 0 ? [] : open.where(isAmong(dropped.sessions)).returningAll().execute(),
  ])
  return [...own, ...others]
}

/** Ends what time has ended, but for those of which the copy knows better. */
export const endForgotten = (
  query: Query,
  licenseId: string,
  { now, held }: { now: string; held: readonly string[] },
): Promise<SessionRow[]> =>
  query
    .updateTable('sessions')
    .set({ ended_at: now, end_reason: 'expired' })
    .where('license_id', '=', licenseId)
    .where('ended_at', 'is', null)
    .where('held_until', '<=', now)
    .where(({ not }) => not(isAmong(held)))
    .returningAll()
    .execute()

export const sessionsAmong = (query: Query, sessions: readonly string[]): Promise<SessionRow[]> =>
  query
    .selectFrom('sessions')
    .selectAll()
    .where(isAmong(sessions))
    .orderBy('started_at')
    .orderBy('id')
    .execute()

const isAmong = (sessions: readonly string[]) => sql<boolean>`id = any(${sql.val([...sessions])}::uuid[])`

export interface RecordedHeartbeat {
  readonly sessionId: string
  readonly at: number
  readonly holdMs: number
}

/** Writes heartbeats down, whosever they are; returns the epochs of their licences. */
export async function recordHeartbeats(
  query: Query,
  beats: readonly RecordedHeartbeat[],
): Promise<{ license_id: string; epoch: number }[]> {
  const time = (ms: number) => new Date(ms).toISOString()
  const sessions = beats.map(({ sessionId }) => sessionId)
  const ats = beats.map(({ at }) => time(at))
  const holds = beats.map(({ at, holdMs }) => time(at + holdMs))
  const { rows } = await sql<{ license_id: string; epoch: number }>`
    select * from record_heartbeats(${sql.val(sessions)}::uuid[], ${sql.val(ats)}::timestamptz[],
      ${sql.val(holds)}::timestamptz[], make_interval(secs => ${seatMs / 1_000}::int),
      make_interval(secs => ${graceMs / 1_000}::int))`.execute(query)
  return rows
}

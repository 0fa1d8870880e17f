import { type Kysely, sql } from 'kysely'
import type { EndReason } from '../contract/schemas.ts'
import type { LeaseTimes } from '../domain/lease-times.ts'
import type { LicenseRef } from '../domain/references.ts'
import type { LicensingTables, SessionRow } from './tables.ts'

type Query = Kysely<LicensingTables>

/** Sessions that hold a seat or whose time is over without anybody having written that down. */
export const openSessions = (query: Query, licenseId: string): Promise<SessionRow[]> =>
  query
    .selectFrom('sessions')
    .selectAll()
    .where('license_id', '=', licenseId)
    .where('ended_at', 'is', null)
    .orderBy('started_at')
    .orderBy('id')
    .execute()

/** Ends the sessions of a licence that nobody kept. */
export const endExpired = (query: Query, licenseId: string, now: string) =>
  query
    .updateTable('sessions')
    .set({ ended_at: now, end_reason: 'expired' })
    .where('license_id', '=', licenseId)
    .where('ended_at', 'is', null)
    .where('held_until', '<=', now)
    .returningAll()
    .execute()

export interface Ending {
  readonly reason: EndReason
  readonly at: string
  /** Only this machine's. */
  readonly machine?: string
  /** Only those that this person took. */
  readonly userId?: string
}

/** Ends every session of a licence. */
export function endSessions(query: Query, licenseId: string, { reason, at, machine, userId }: Ending) {
  let open = query
    .updateTable('sessions')
    .set({ ended_at: at, end_reason: reason })
    .where('license_id', '=', licenseId)
    .where('ended_at', 'is', null)
  if (machine !== undefined) open = open.where('machine', '=', machine)
  if (userId !== undefined) open = open.where('user_id', '=', userId)
  return open.returningAll().execute()
}

export const endSession = (query: Query, sessionId: string, { reason, at }: Ending) =>
  query
    .updateTable('sessions')
    .set({ ended_at: at, end_reason: reason })
    .where('id', '=', sessionId)
    .where('ended_at', 'is', null)
    .returningAll()
    .executeTakeFirst()

/** A goodbye that comes after time has ended the session: its machine has left all the same, and works offline no more. */
export const noteGoodbye = (query: Query, sessionId: string, at: string) =>
  query
    .updateTable('sessions')
    .set({ end_reason: 'released' })
    .where('id', '=', sessionId)
    .where('end_reason', '=', 'expired')
    .where('grace_until', '>', at)
    .execute()

/**
 * How many other machines may work offline on leases whose seats are not theirs any more. Each part has an index of its
 * own, so that neither the history of a licence nor its other seats are read.
 */
export async function countOffline(
  query: Query,
  { licenseId, machine, now }: { licenseId: string; machine: string; now: string },
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(distinct gone.machine)::integer as count
      from (select machine from sessions
             where license_id = ${licenseId} and end_reason = 'expired' and grace_until > ${now}
            union all
            select machine from sessions
             where license_id = ${licenseId} and ended_at is null and held_until <= ${now} and grace_until > ${now}
           ) gone
     where gone.machine <> ${machine}
       and not exists (select 1 from sessions held
                        where held.license_id = ${licenseId} and held.machine = gone.machine
                          and held.ended_at is null and held.held_until > ${now})`.execute(query)
  return rows[0]?.count ?? 0
}

/**
 * Renews a session in one statement: while it is held, its licence may be used, and it is among as many of the oldest as
 * the licence has seats.
 */
export async function renewSession(
  query: Query,
  { sessionId, licenseId }: { sessionId: string; licenseId: string },
  times: { readonly plain: LeaseTimes; readonly reserved: LeaseTimes },
): Promise<SessionRow | undefined> {
  const { plain, reserved } = times
  const now = plain.last_heartbeat_at
  const { rows } = await sql<SessionRow>`
    update sessions s
       set last_heartbeat_at = ${now}, expires_at = ${plain.expires_at}, grace_until = ${plain.grace_until},
           held_until = case when l.reserve_during_grace then ${reserved.held_until}::timestamptz
                             else ${plain.held_until}::timestamptz end
      from licenses l
     where s.id = ${sessionId} and s.license_id = ${licenseId} and l.id = s.license_id
       and s.ended_at is null and s.held_until > ${now}
       and l.status = 'active' and (l.grace_period_ends_at is null or l.grace_period_ends_at > ${now})
       and (select count(*) from sessions older
             where older.license_id = l.id and older.ended_at is null and older.held_until > ${now}
               and (older.started_at, older.id) < (s.started_at, s.id)) < l.max_concurrent_seats
    returning s.*`.execute(query)
  return rows[0]
}

export const findSession = (query: Query, sessionId: string, licenseId: string) =>
  query
    .selectFrom('sessions')
    .selectAll()
    .where('id', '=', sessionId)
    .where('license_id', '=', licenseId)
    .executeTakeFirst()

export async function placeOfSession(query: Query, sessionId: string): Promise<LicenseRef | undefined> {
  const { rows } = await sql<{ license_id: string; organization_id: string }>`
    select * from place_of_session(${sessionId})`.execute(query)
  const [place] = rows
  return place && { licenseId: place.license_id, organizationId: place.organization_id }
}

export async function licensesToSweep(query: Query, now: string, most: number): Promise<LicenseRef[]> {
  const { rows } = await sql<{ license_id: string; organization_id: string }>`
    select * from licenses_to_sweep(${now}, ${most})`.execute(query)
  return rows.map((row) => ({ licenseId: row.license_id, organizationId: row.organization_id }))
}

export async function forgetAddresses(query: Query, endedBefore: string): Promise<void> {
  await sql`select forget_addresses(${endedBefore})`.execute(query)
}

export async function forgetPerson(query: Query, userId: string) {
  const { rows } = await sql<{ sessions: number; approvals: number }>`
    select * from forget_person(${userId})`.execute(query)
  return rows[0] ?? { sessions: 0, approvals: 0 }
}

import { type Kysely, sql } from 'kysely'
import type { LicensingTables, SessionRow } from './tables.ts'

type Query = Kysely<LicensingTables>

export interface HistoryPage {
  readonly licenseId: string
  readonly state: 'active' | 'ended' | undefined
  readonly now: string
  readonly cursor: string | undefined
  readonly limit: number
}

/** Sessions of a licence, newest first, one more than asked for. */
export function listSessions(query: Query, page: HistoryPage): Promise<SessionRow[]> {
  let found = query.selectFrom('sessions').selectAll().where('license_id', '=', page.licenseId)
  if (page.state === 'active') found = found.where('ended_at', 'is', null).where('held_until', '>', page.now)
  if (page.state === 'ended')
    found = found.where((eb) => eb.or([eb('ended_at', 'is not', null), eb('held_until', '<=', page.now)]))
  if (page.cursor !== undefined) found = found.where('id', '<', page.cursor)
  return found
    .orderBy('id', 'desc')
    .limit(page.limit + 1)
    .execute()
}

/** As many as a map of seats can show. */
const mostShown = 1_000

export const activeSessions = (query: Query, licenseId: string, now: string): Promise<SessionRow[]> =>
  query
    .selectFrom('sessions')
    .selectAll()
    .where('license_id', '=', licenseId)
    .where('ended_at', 'is', null)
    .where('held_until', '>', now)
    .orderBy('id')
    .limit(mostShown)
    .execute()

export interface SessionTotals {
  readonly active: number
  readonly total: number
  readonly average_duration_seconds: number
  readonly overlaps: number
}

const end = (now: string) => sql`least(coalesce(ended_at, held_until), ${now}::timestamptz)`

export async function totalsOf(query: Query, licenseId: string, now: string): Promise<SessionTotals> {
  const { rows } = await sql<SessionTotals>`
    select count(*) filter (where ended_at is null and held_until > ${now})::integer as active,
           count(*)::integer as total,
           coalesce(round(avg(extract(epoch from ${end(now)} - started_at))), 0)::integer as average_duration_seconds,
           count(*) filter (where overlap)::integer as overlaps
      from sessions where license_id = ${licenseId}`.execute(query)
  return rows[0] ?? { active: 0, total: 0, average_duration_seconds: 0, overlaps: 0 }
}

export async function sessionsPerDay(query: Query, licenseId: string, since: string) {
  const { rows } = await sql<{ date: string; sessions: number }>`
    select to_char(started_at at time zone 'UTC', 'YYYY-MM-DD') as date, count(*)::integer as sessions
      from sessions where license_id = ${licenseId} and started_at >= ${since}
     group by 1 order by 1`.execute(query)
  return rows
}

export interface OrganizationUsage {
  readonly licenses: number
  readonly seats: number
  readonly seats_used: number
  readonly sessions_last_30_days: number
}

/** Over all licences of the organisation that the call acts in; seats of those that may be used. */
export async function usageOf(query: Query, now: string, since: string): Promise<OrganizationUsage> {
  const { rows } = await sql<OrganizationUsage>`
    select count(*)::integer as licenses,
           coalesce(sum(max_concurrent_seats) filter (where usable), 0)::integer as seats,
           coalesce(sum(used), 0)::integer as seats_used,
           coalesce(sum(recent), 0)::integer as sessions_last_30_days
      from (
        select l.max_concurrent_seats,
               l.status = 'active' and (l.grace_period_ends_at is null or l.grace_period_ends_at > ${now}) as usable,
               (select count(*) from sessions s
                 where s.license_id = l.id and s.ended_at is null and s.held_until > ${now}) as used,
               (select count(*) from sessions s
                 where s.license_id = l.id and s.started_at >= ${since}) as recent
          from licenses l where l.organization_id = platform.organization_id()
      ) own`.execute(query)
  return rows[0] ?? { licenses: 0, seats: 0, seats_used: 0, sessions_last_30_days: 0 }
}

/** What a person used, in whatever organisation. */
export const sessionsOfPerson = (query: Query, userId: string): Promise<SessionRow[]> =>
  query.selectFrom('sessions').selectAll().where('user_id', '=', userId).orderBy('id').execute()
